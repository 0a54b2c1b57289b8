import { HOUR_MS, newId } from '@lessor/kit'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { call, signedIn } from '../../../../test/calls.ts'
import { testAppForThis, type TestApp } from '../../../../test/harness.ts'
import { signHs256 } from '../../../platform/jws.ts'
import { secretsFrom } from '../../../platform/secrets.ts'

const key = (id: number) => ({ id, key: randomBytes(32) })
const [first, second] = [key(1), key(2)]
const statusOf = async (app: TestApp, token: string) =>
  (await call(app, 'GET /api/users/me', { headers: { authorization: `Bearer ${token}` } })).status
const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, number>

test('after a rotation the old key counts for tokens from before, for their life, and no forged one outlives them', async () => {
  const before = await testAppForThis({ ring: [first] })
  const { token } = await signedIn(before, 'customer')
  before.clock.advance(HOUR_MS)
  const after = await testAppForThis({ ring: [second, first], beside: before })
  expect(await statusOf(after, token)).toBe(200)
  const [stolen] = secretsFrom([first]).tokenKeys
  const forged = (change: object) => signHs256(stolen!, { ...claimsOf(token), ...change })
  const nowS = before.clock.now().getTime() / 1000
  expect(await statusOf(after, forged({ iat: nowS + 60, exp: nowS + 3600 }))).toBe(401)
  expect(await statusOf(after, forged({ exp: nowS + 365 * 86_400 }))).toBe(401)
  expect(await statusOf(after, forged({ iat: undefined }))).toBe(401)
  expect(await statusOf(after, forged({ iat: nowS, exp: nowS + 24 * 3600 }))).toBe(200)
  const { token: renewed } = await signedIn(after, 'another')
  expect(await statusOf(after, renewed)).toBe(200)
  // Found so again later: the time of the rotation stays.
  before.clock.advance(HOUR_MS)
  const later = await testAppForThis({ ring: [second, first], beside: before })
  const laterS = before.clock.now().getTime() / 1000
  expect(await statusOf(later, forged({ iat: laterS, exp: laterS + 3600 }))).toBe(401)
  expect(await statusOf(later, token)).toBe(200)
})

test('jwt.previous_secret lets customers of a weak secret stay, and makes no new token good', async () => {
  const app = await testAppForThis()
  const { token } = await signedIn(app, 'customer')
  const weak = { kid: 'config', key: Buffer.from('secret') }
  const old = signHs256(weak, claimsOf(token))
  expect(await statusOf(app, old)).toBe(401)
  app.clock.advance(HOUR_MS)
  const env = { LESSOR_JWT_PREVIOUS_SECRET: 'secret' }
  const moved = await testAppForThis({ env, beside: app })
  expect(await statusOf(moved, old)).toBe(200)
  const nowS = app.clock.now().getTime() / 1000
  expect(await statusOf(moved, signHs256(weak, { ...claimsOf(token), iat: nowS + 1, exp: nowS + 60 }))).toBe(
    401,
  )
  expect(await statusOf(moved, signHs256(weak, { ...claimsOf(token), sid: newId() }))).toBe(401)
})
