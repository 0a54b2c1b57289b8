import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emailKey, profileAfter, type Profile } from './model.ts'

const verifiedAt = new Date('2026-07-01T04:00:00Z')
const verified: Profile = {
  email: 'Amy@example.org',
  emailKey: 'amy@example.org',
  emailVerifiedAt: verifiedAt,
  displayName: 'Amy',
}

test('another address is never verified, whatever was changed with it', () => {
  const email = fc.option(fc.emailAddress())
  const change = fc.record({ email, displayName: fc.option(fc.string()) }, { requiredKeys: [] })
  fc.assert(
    fc.property(change, (given) => {
      const after = profileAfter(verified, given)
      expect(after.emailVerifiedAt).toEqual(after.emailKey === verified.emailKey ? verifiedAt : null)
      expect(after.emailKey).toBe(after.email === null ? null : emailKey(after.email))
    }),
  )
})

test('the same address in other letters stays verified', () => {
  expect(profileAfter(verified, { email: 'AMY@example.org' })).toEqual({
    ...verified,
    email: 'AMY@example.org',
  })
})

test('what is not named stays', () => {
  expect(profileAfter(verified, {})).toEqual(verified)
  expect(profileAfter(verified, { displayName: null })).toEqual({ ...verified, displayName: null })
})
