import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emailKey, profileAfter, type Profile } from './model.ts'

const verifiedAt = new Date('2026-07-01T04:00:00Z')
const verified: Profile = {
  email: 'Amy@example.org',
  emailKey: 'amy@example.org',
  emailVerifiedAt: verifiedAt,
  pendingEmail: null,
  pendingEmailKey: null,
  displayName: 'Amy',
}

const change = fc.record(
  { email: fc.option(fc.emailAddress()), displayName: fc.option(fc.string()) },
  { requiredKeys: [] },
)

test('a verified address stays the one that counts, whatever is given after it, until it is removed', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
      const after = changes.reduce<Profile>(profileAfter, verified)
      const isTakenAway = changes.some(({ email }) => email === null)
      expect(after.emailVerifiedAt).toEqual(isTakenAway ? null : verifiedAt)
      if (!isTakenAway) expect(after.emailKey).toBe(verified.emailKey)
    }),
  )
})

test('another address is never verified, and takes the place of one that was not either', () => {
  const unverified = { ...verified, emailVerifiedAt: null }
  fc.assert(
    fc.property(change, (given) => {
      const after = profileAfter(unverified, given)
      const email = given.email === undefined ? unverified.email : given.email
      expect(after).toMatchObject({ email, emailVerifiedAt: null, pendingEmail: null })
      expect(after.emailKey).toBe(email === null ? null : emailKey(email))
    }),
  )
})

test('going back to the verified address forgets the one that waited', () => {
  const asked = profileAfter(verified, { email: 'New@example.org' })
  expect(asked).toMatchObject({ pendingEmail: 'New@example.org', pendingEmailKey: 'new@example.org' })
  expect(profileAfter(asked, { email: 'Amy@example.org' })).toEqual(verified)
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
