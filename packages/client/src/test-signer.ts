import { generateKeyPairSync, sign } from 'node:crypto'
import type { Json } from './fields.ts'
import type { KeySet } from './signed.ts'

/** A key of its own, and what it signs as the server would. */
export function newSigner() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { x = '' } = publicKey.export({ format: 'jwk' })
  const keys: KeySet = { audience: 'https://vip.test', keys: [{ kid: 'one', kty: 'OKP', crv: 'Ed25519', x }] }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return {
    keys,
    /** A compact JWS of the claims; both may be wrong. */
    sign: (claims: Json, header: Json = {}): string => {
      const content = `${part({ alg: 'EdDSA', kid: 'one', ...header })}.${part(claims)}`
      return `${content}.${sign(null, Buffer.from(content), privateKey).toString('base64url')}`
    },
  }
}
