import { expect, test } from 'vitest'
import { mailboxFor } from './mailbox-for.ts'

const at = new Date('2026-07-01T04:00:00Z')
const verified = {
  email: 'Amy@example.org',
  emailKey: 'amy@example.org',
  emailVerifiedAt: at,
  pendingEmail: null,
  pendingEmailKey: null,
  disabledAt: null,
}
const pending = { pendingEmail: 'New@example.org', pendingEmailKey: 'new@example.org' }

test.for([
  ['an address to verify', { emailVerifiedAt: null }, 'verify_email', 'Amy@example.org'],
  ['a verified address', {}, 'verify_email', undefined],
  ['another address to verify', pending, 'verify_email', 'New@example.org'],
  ['a lost password', {}, 'reset_password', 'Amy@example.org'],
  ['a lost password, while another address waits', pending, 'reset_password', 'Amy@example.org'],
  ['a lost password and an unverified address', { emailVerifiedAt: null }, 'reset_password', undefined],
  ['no address', { email: null, emailKey: null, emailVerifiedAt: null }, 'reset_password', undefined],
  ['a disabled account', { disabledAt: at }, 'reset_password', undefined],
] as const)('with %s, where a code is mailed', ([, given, purpose, email]) => {
  expect(mailboxFor({ ...verified, ...given }, purpose)?.email).toBe(email)
})
