import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toBase64url } from './base64url.ts'
import { verifySigned, type Expected } from './signed.ts'
import { newSigner } from './test-signer.ts'

const { keys, sign } = newSigner()
const nowMs = Date.UTC(2026, 6, 1, 4)
const now = nowMs / 1000
const claims = {
  iss: 'lessor',
  aud: 'https://vip.test',
  sub: 'account-1',
  sid: 'session-1',
  hw: 'HW-1',
  lvl: 2,
  vexp: now + 86_400,
  nonce: 'nonce-1',
  iat: now,
  exp: now + 1_200,
}
const expected: Expected = { keys, hardwareCode: 'HW-1', nowMs, nonce: 'nonce-1', sessionId: 'session-1' }
const judge = (signed: string, changes: Partial<Expected> = {}) =>
  verifySigned(signed, { ...expected, ...changes })
const doubt = async (signed: string, changes: Partial<Expected> = {}) => {
  const verdict = await judge(signed, changes)
  return verdict.ok ? undefined : verdict.doubt
}

test('an answer of the server is believed, with every claim', async () => {
  expect(await judge(sign(claims))).toEqual({ ok: true, claims })
})

test.each([
  ['of another program', { iss: 'other' }, 'wrong_issuer'],
  ['of another installation', { aud: 'https://other.test' }, 'wrong_audience'],
  ['for another device', { hw: 'HW-2' }, 'wrong_hardware'],
  ['to another question', { nonce: 'nonce-0' }, 'replayed'],
  ['for another session', { sid: 'session-2' }, 'wrong_session'],
  ['that is over', { iat: now - 1_300, exp: now - 61 }, 'expired'],
  ['that is not yet', { iat: now + 61, exp: now + 1_200 }, 'not_yet_valid'],
  ['without a level', { lvl: undefined }, 'malformed'],
  ['with a level that is no whole number', { lvl: '9' }, 'malformed'],
  ['without an end', { exp: null }, 'malformed'],
  ['without a question', { nonce: undefined }, 'replayed'],
])('an answer %s is not believed', async (_what, changes, reason) => {
  expect(await doubt(sign({ ...claims, ...changes }))).toBe(reason)
})

test('clocks may be a minute apart, and not a second more', async () => {
  const signed = sign(claims)
  const at = (second: number) => doubt(signed, { nowMs: second * 1000 })
  expect(await at(claims.exp + 60)).toBeUndefined()
  expect(await at(claims.exp + 61)).toBe('expired')
  expect(await at(claims.iat - 60)).toBeUndefined()
  expect(await at(claims.iat - 61)).toBe('not_yet_valid')
})

test('without a question and a session only these two go unasked', async () => {
  const { nonce: _nonce, sessionId: _session, ...offline } = expected
  expect(await verifySigned(sign({ ...claims, nonce: undefined, sid: 'session-9' }), offline)).toMatchObject({
    ok: true,
  })
  expect(await verifySigned(sign({ ...claims, hw: 'HW-2' }), offline)).toEqual({
    ok: false,
    doubt: 'wrong_hardware',
  })
})

test('a signature by any other key is not believed', async () => {
  const other = newSigner()
  expect(await doubt(other.sign(claims))).toBe('bad_signature')
  expect(await doubt(sign(claims, { kid: 'two' }))).toBe('unknown_key')
  expect(await doubt(sign(claims), { keys: { ...keys, keys: [] } })).toBe('unknown_key')
})

test.each(['none', 'HS256', 'RS256', undefined])('the algorithm %s is not believed', async (alg) => {
  expect(await doubt(sign(claims, { alg }))).toBe('malformed')
})

test('the public key is no secret to sign with', async () => {
  const [header, payload] = sign(claims, { alg: 'HS256' }).split('.')
  const secret = new TextEncoder().encode(keys.keys[0]?.x)
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${header}.${payload}`))
  expect(await doubt(`${header}.${payload}.${toBase64url(new Uint8Array(mac))}`)).toBe('malformed')
})

test('a raised level keeps no signature', async () => {
  const [header, , signature] = sign(claims).split('.')
  const [, raised] = sign({ ...claims, lvl: 9 }).split('.')
  expect(await doubt(`${header}.${raised}.${signature}`)).toBe('bad_signature')
})

test('any change of any letter is noticed', async () => {
  const signed = sign(claims)
  const [, , signature = ''] = signed.split('.')
  // The last letter of 64 bytes holds four bits that mean nothing.
  const letters = fc.tuple(fc.nat(signed.length - 2), fc.constantFrom('A', 'z', '0', '-', '_', '.'))
  await fc.assert(
    fc.asyncProperty(letters, async ([at, letter]) => {
      fc.pre(signed[at] !== letter)
      expect(await doubt(signed.slice(0, at) + letter + signed.slice(at + 1))).toBeDefined()
    }),
  )
  expect(signature).toHaveLength(86)
})

test('text that is no signed answer never throws', async () => {
  const { nonce: _, ...rest } = expected
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fc.array(fc.base64String()).map((parts) => parts.join('.')),
      ),
      async (text) => {
        expect(await verifySigned(text, rest)).toEqual({ ok: false, doubt: 'malformed' })
      },
    ),
  )
  expect(await doubt(`${sign(claims)}.`)).toBe('malformed')
  expect(await doubt('bnVsbA.bnVsbA.AAAA')).toBe('malformed')
})
