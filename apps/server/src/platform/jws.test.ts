import { exportJWK, importJWK, jwtVerify, SignJWT, UnsecuredJWT } from 'jose'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openHs256, signEd25519, signHs256 } from './jws.ts'

const [old, now] = [
  { kid: '1', key: randomBytes(32) },
  { kid: '2', key: randomBytes(32) },
]
const claims = { sub: 'amy', iat: 1_782_000_000, aud: '中文' }
const token = signHs256(now, claims)
const [header = '', payload = '', mac = ''] = token.split('.')
const other = Buffer.from('{"sub":"bob"}').toString('base64url')

describe('a library that others use agrees', () => {
  test('on what HS256 signs', async () => {
    const verified = await jwtVerify(token, now.key)
    expect(verified).toMatchObject({ payload: claims, protectedHeader: { alg: 'HS256', kid: '2' } })
  })

  test('on what Ed25519 signs', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const key = await importJWK(await exportJWK(publicKey), 'EdDSA')
    const verified = await jwtVerify(signEd25519({ kid: '1', key: privateKey }, claims), key)
    expect(verified).toMatchObject({ payload: claims, protectedHeader: { alg: 'EdDSA', kid: '1' } })
  })
})

test('every key of the ring opens what it signed', () => {
  expect(openHs256([now, old], token)).toEqual({ claims, key: now })
  expect(openHs256([now, old], signHs256(old, claims))).toEqual({ claims, key: old })
})

describe('a token does not open', () => {
  test.for([
    ['of another key', signHs256({ ...now, key: old.key }, claims)],
    ['of a key that is gone', signHs256({ kid: '3', key: now.key }, claims)],
    ['with other claims', `${header}.${other}.${mac}`],
    ['without its end', token.slice(0, -1)],
    ['with a part more', `${token}.`],
    ['with a signature of nothing', `${header}.${payload}.`],
    ['without a signature', new UnsecuredJWT(claims).encode()],
    ['that is no token', 'x.y.z'],
    ['that is empty', ''],
  ] as const)('%s', ([, wrong]) => {
    expect(openHs256([now, old], wrong)).toBeUndefined()
  })

  test('whose header names another algorithm, though our key signed it', async () => {
    const hs512 = new SignJWT(claims).setProtectedHeader({ alg: 'HS512', kid: now.kid })
    expect(openHs256([now, old], await hs512.sign(Buffer.concat([now.key, now.key])))).toBeUndefined()
    const none = Buffer.from('{"alg":"none","kid":"2"}').toString('base64url')
    expect(openHs256([now, old], `${none}.${payload}.${mac}`)).toBeUndefined()
  })
})
