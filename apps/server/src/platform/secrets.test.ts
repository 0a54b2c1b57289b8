import { createPublicKey, randomBytes, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { secretsFrom, type Purpose } from './secrets.ts'

const [first, second] = [{ id: 1, key: randomBytes(32) }, { id: 2, key: randomBytes(32) }] // prettier-ignore
const old = secretsFrom([first])
const rotated = secretsFrom([second, first])
const text = Buffer.from('a secret')
const [codes, totp] = ['codes' as Purpose, 'totp' as Purpose]

test('after a rotation the old key still opens and finds, and the new one seals', () => {
  expect(rotated.open(codes, old.seal(codes, text))).toEqual(text)
  expect(rotated.codeHashes('CODE')).toContainEqual(old.codeHashes('CODE')[0])
  expect(rotated.seal(codes, text)[0]).toBe(2)
  expect(() => old.open(codes, rotated.seal(codes, text))).toThrow('not in the ring')
})

test('what was sealed opens only for its purpose, bound to the same thing, and unchanged', () => {
  const sealed = old.seal(codes, text, 'code-1')
  expect(() => old.open(totp, sealed, 'code-1')).toThrow('authenticate')
  expect(() => old.open(codes, sealed, 'code-2')).toThrow('authenticate')
  for (let at = 1; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => old.open(codes, changed, 'code-1')).toThrow('authenticate')
  }
  expect(old.seal(codes, text)).not.toEqual(old.seal(codes, text))
})

test('the chosen root key signs first, so that clients that pin an older key keep working', () => {
  const kids = (signingKey?: number) =>
    secretsFrom([second, first], { signingKey }).signingKeys.map(({ kid }) => kid)
  expect(kids()).toEqual(['2', '1'])
  expect(kids(1)).toEqual(['1', '2'])
})

test('the published key verifies what the private one signs', () => {
  const [key] = old.signingKeys
  expect(key?.publicJwk).toMatchObject({ kty: 'OKP', crv: 'Ed25519', kid: '1' })
  const publicKey = createPublicKey({ key: { ...key?.publicJwk }, format: 'jwk' })
  expect(verify(null, text, publicKey, sign(null, text, key!.privateKey))).toBe(true)
})
