import { expect, test } from 'vitest'
import { wantsMailCode, type Addressee } from './model.ts'

const at = new Date('2026-07-01T04:00:00Z')
const verified: Addressee = { email: 'Amy@example.org', emailVerifiedAt: at, disabledAt: null }

test.for([
  ['an address to verify', { emailVerifiedAt: null }, 'verify_email', true],
  ['a verified address', {}, 'verify_email', false],
  ['a lost password', {}, 'reset_password', true],
  ['no address', { email: null, emailVerifiedAt: null }, 'reset_password', false],
  ['a disabled account', { disabledAt: at }, 'reset_password', false],
] as const)('with %s, whether a code is mailed', ([, given, purpose, wanted]) => {
  expect(wantsMailCode({ ...verified, ...given }, purpose)).toBe(wanted)
})
