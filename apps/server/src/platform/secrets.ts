import {
  createCipheriv,
  createDecipheriv,
  hash,
  createHmac,
  createPrivateKey,
  createPublicKey,
} from 'node:crypto'
import { hkdfSync, randomBytes, type KeyObject } from 'node:crypto'

/** One root key of the installation. The first of the ring makes new secrets; the others still open old ones. */
export interface RootKey {
  /** 1 to 255; stands in front of whatever the key sealed. */
  readonly id: number
  /** 32 random bytes. */
  readonly key: Buffer
}

/**
 * What a secret is for: each purpose has a key of its own, so that none can be passed off as another. Only
 * `sealedColumn` makes one, so that retiring a key finds everything sealed.
 */
export type Purpose = string & { readonly [ofColumn]: true }
declare const ofColumn: unique symbol

/** What keeps the hashes of a retired key: sealed here, in a column of the key ring. */
export const hashKeyPurpose = 'hash key' as Purpose

export interface SigningKey {
  readonly kid: string
  readonly privateKey: KeyObject
  /** The public half as a JWK (RFC 8037), as published. */
  readonly publicJwk: Readonly<Record<string, string>>
}

export interface TokenKey {
  readonly kid: string
  readonly key: Uint8Array
  /** When another key began to sign in its place. */
  readonly replacedAt?: Date
}

export interface Secrets {
  /** The root key that seals now. */
  readonly newestKey: number
  /** AES-256-GCM: key id, 12 bytes of nonce, 16 of tag, text. `bound` must be the same to open it again. */
  seal(purpose: Purpose, text: Buffer, bound?: string): Buffer
  /** Whether the root key that sealed it is in the ring. */
  opens(sealed: Buffer): boolean
  /** Throws when it was changed, sealed for something else, or its key is gone. */
  open(purpose: Purpose, sealed: Buffer, bound?: string): Buffer
  /** HMAC-SHA-256 of a code under every key, newest first: store the first, look up by all. */
  codeHashes(text: string): Buffer[]
  /** What a key of the ring hashes codes with, sealed to be kept when the key itself is retired. */
  hashKeyOf(id: number): Buffer | undefined
  /** HMAC keys of access tokens; the first signs. */
  readonly tokenKeys: readonly TokenKey[]
  /** Ed25519 keys of signed answers; the first signs. */
  readonly signingKeys: readonly SigningKey[]
}

/** A root key that seals and signs nothing any more; the ring may lack it. */
export interface RetiredKey {
  readonly id: number
  /** What it hashed codes with, sealed by a newer key. */
  readonly hashKey: Buffer
}

export interface SecretsOptions {
  /** Signs access tokens instead of a key of the ring. */
  readonly jwtSecret?: string | undefined
  /** Signed access tokens before; only checks them. */
  readonly previousJwtSecret?: string | undefined
  /** The root key that signs answers, while deployed clients don't know a newer one yet; the newest when absent. */
  readonly signingKey?: number | undefined
  readonly retired?: readonly RetiredKey[]
}

/** What a ring of root keys, newest first, does. */
export function secretsFrom(ring: readonly RootKey[], options: SecretsOptions = {}): Secrets {
  const { jwtSecret, previousJwtSecret, signingKey: chosen, retired = [] } = options
  const derive = derivation()
  const sealing = sealingBy(ring, derive)
  const active = ring.filter(({ id }) => !retired.some((key) => key.id === id))
  const hashKeys = [
    ...active.map((root) => derive(root, 'code hash')),
    ...retired.map(({ id, hashKey }) => sealing.open(hashKeyPurpose, hashKey, String(id))),
  ]
  return {
    ...sealing,
    codeHashes: (text) => hashKeys.map((key) => createHmac('sha256', key).update(text).digest()),
    hashKeyOf: (id) => {
      const root = ring.find((key) => key.id === id)
      return root && sealing.seal(hashKeyPurpose, derive(root, 'code hash'), String(id))
    },
    tokenKeys: [
      ...(jwtSecret
        ? [configured(jwtSecret)]
        : active.map((root) => ({ kid: String(root.id), key: derive(root, 'access token') }))),
      ...(previousJwtSecret ? [configured(previousJwtSecret)] : []),
    ],
    signingKeys: active
      .toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen))
      .map((root) => signingKey(String(root.id), derive(root, 'signed answer'))),
  }
}

type Derive = (root: RootKey, purpose: string) => Buffer

/** A key for each purpose, made once (HKDF, RFC 5869). */
function derivation(): Derive {
  const derived = new Map<string, Buffer>()
  return (root, purpose) => {
    const name = `${root.id}:${purpose}`
    let key = derived.get(name)
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', root.key, '', `lessor ${purpose}`, 32))
      derived.set(name, key)
    }
    return key
  }
}

function sealingBy(
  ring: readonly RootKey[],
  derive: Derive,
): Pick<Secrets, 'newestKey' | 'seal' | 'opens' | 'open'> {
  const byId = new Map(ring.map((root) => [root.id, root]))
  const newest = ring[0]
  if (!newest) throw new Error('The key ring is empty')
  return {
    newestKey: newest.id,
    seal: (purpose, text, bound = '') => {
      const nonce = randomBytes(12)
      const key = derive(newest, `seal ${purpose}`)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound))
      const sealed = cipher.update(text)
      cipher.final()
      return Buffer.concat([Buffer.of(newest.id), nonce, cipher.getAuthTag(), sealed])
    },
    opens: (sealed) => byId.has(sealed[0] ?? 0),
    open: (purpose, sealed, bound = '') => {
      const root = byId.get(sealed[0] ?? 0)
      if (!root) throw new Error(`The key ${sealed[0] ?? 'of nothing'} that sealed this is not in the ring`)
      const key = derive(root, `seal ${purpose}`)
      const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13)).setAAD(Buffer.from(bound))
      cipher.setAuthTag(sealed.subarray(13, 29))
      const text = cipher.update(sealed.subarray(29))
      // Gives no bytes in this mode; throws when the tag is not that of the text.
      cipher.final()
      return text
    },
  }
}

const configured = (secret: string): TokenKey => ({ kid: 'config', key: Buffer.from(secret) })

// The DER frame of an Ed25519 private key (RFC 8410, section 7); its 32-byte seed follows.
const ed25519Frame = Buffer.from('302e020100300506032b657004220420', 'hex')

function signingKey(kid: string, seed: Buffer): SigningKey {
  const der = Buffer.concat([ed25519Frame, seed])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  if (!x) throw new Error('The public key has no x')
  return { kid, privateKey, publicJwk: { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA' } }
}

/** A new bearer secret: 32 random bytes, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** How tokens and keys are stored: SHA-256, enough for 256 random bits. */
export const tokenHash = (token: string): Buffer => Buffer.from(tokenKey(token), 'base64')

/** The same as text, for a Map. */
export const tokenKey = (token: string): string => hash('sha256', token, 'base64')
