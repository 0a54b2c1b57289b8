import * as crypto from 'node:crypto'
import { z } from 'zod'
import { HostRefusal } from '../host.ts'

// Node's cryptography, in the words of those who write payment plugins. Data is text (as UTF-8) or bytes in hex or base64.

const data = z.union([
  z.string(),
  z.strictObject({ hex: z.string().regex(/^([0-9a-f]{2})*$/i) }),
  z.strictObject({ base64: z.base64() }),
])
type Data = z.output<typeof data>
const written = z.enum(['hex', 'base64', 'utf8'])
const digests = z.enum(['md5', 'sha1', 'sha256', 'sha384', 'sha512'])

/** A large key takes seconds, in which the server does nothing else. */
const mostKeyBits = 8_192

const bytes = (given: Data): Buffer => {
  if (typeof given === 'string') return Buffer.from(given)
  return 'hex' in given ? Buffer.from(given.hex, 'hex') : Buffer.from(given.base64, 'base64')
}

/** A key in PEM, or its DER in base64, as payment gateways hand them out. */
export function keyIn(text: string, kind: 'private' | 'public'): crypto.KeyObject {
  const key = parsedKey(text, kind)
  if (!allowedKeys.has(key.asymmetricKeyType ?? ''))
    throw new HostRefusal('Keys are RSA, of elliptic curves, or Ed25519.')
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) > mostKeyBits)
    throw new HostRefusal(`A key has at most ${mostKeyBits} bits.`)
  return key
}
const allowedKeys: ReadonlySet<string> = new Set(['rsa', 'rsa-pss', 'ec', 'ed25519', 'ed448'])

function parsedKey(text: string, kind: 'private' | 'public'): crypto.KeyObject {
  const make = kind === 'private' ? crypto.createPrivateKey : crypto.createPublicKey
  if (text.includes('-----BEGIN')) return tried(() => make(text))
  const key = Buffer.from(text, 'base64')
  const types = kind === 'private' ? (['pkcs8', 'pkcs1', 'sec1'] as const) : (['spki', 'pkcs1'] as const)
  for (const type of types) {
    try {
      return make({ key, format: 'der', type } as crypto.PublicKeyInput & crypto.PrivateKeyInput)
    } catch {
      // Another type may fit.
    }
  }
  throw new HostRefusal(`This is no ${kind} key in PEM or base64.`)
}

/** What the library refuses is a mistake in the arguments, which the script may hear: it names no secret. */
function tried<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof HostRefusal) throw error
    throw new HostRefusal(
      `The cryptography refused it (${(error as { code?: string }).code ?? 'no reason'}).`,
    )
  }
}

const signatures = z.enum([
  'rsa-sha1',
  'rsa-sha256',
  'rsa-sha512',
  'rsa-pss-sha256',
  'ecdsa-sha256',
  'ed25519',
])
type Signature = z.output<typeof signatures>

const withPadding = (algorithm: Signature, key: crypto.KeyObject) =>
  algorithm === 'rsa-pss-sha256'
    ? { key, padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
    : key
const digestOf = (algorithm: Signature) => /sha\d+$/.exec(algorithm)?.[0] ?? null

const ciphers = z.enum(['aes-128-gcm', 'aes-192-gcm', 'aes-256-gcm', 'rsa-oaep-sha1', 'rsa-oaep-sha256'])
const tagBytes = 16
const gcm = z.strictObject({ nonce: data.optional(), additional: data.optional() }).prefault({})
type Gcm = z.output<typeof gcm>

function nonceOf({ nonce }: Gcm): Buffer {
  if (nonce === undefined) throw new HostRefusal('A gcm cipher needs a nonce.')
  return bytes(nonce)
}
const oaep = (algorithm: string, key: crypto.KeyObject) => ({
  key,
  padding: crypto.constants.RSA_PKCS1_OAEP_PADDING,
  oaepHash: algorithm.slice('rsa-oaep-'.length),
})

export const cryptoArgs = {
  hash: z.tuple([digests, data, written.default('hex')]),
  hmac: z.tuple([digests, data, data, written.default('hex')]),
  sign: z.tuple([signatures, z.string(), data, written.default('base64')]),
  verify: z.tuple([signatures, z.string(), data, data]),
  encrypt: z.tuple([ciphers, data, data, gcm, written.default('base64')]),
  decrypt: z.tuple([ciphers, data, data, gcm, written.default('utf8')]),
  random: z.tuple([z.int().min(1).max(1024), written.default('hex')]),
}
type Args<Name extends keyof typeof cryptoArgs> = z.output<(typeof cryptoArgs)[Name]>

export const hash = ([digest, text, as]: Args<'hash'>) =>
  crypto.createHash(digest).update(bytes(text)).digest().toString(as)

export const hmac = ([digest, key, text, as]: Args<'hmac'>) =>
  crypto.createHmac(digest, bytes(key)).update(bytes(text)).digest().toString(as)

export const sign = ([algorithm, key, text, as]: Args<'sign'>) =>
  tried(() =>
    crypto.sign(digestOf(algorithm), bytes(text), withPadding(algorithm, keyIn(key, 'private'))),
  ).toString(as)

/** With a certificate or a public key. */
export const verify = ([algorithm, key, text, signature]: Args<'verify'>): boolean =>
  tried(() =>
    crypto.verify(
      digestOf(algorithm),
      bytes(text),
      withPadding(algorithm, keyIn(key, 'public')),
      // A signature that a script passes as text is written in base64, as nearly all gateways do.
      typeof signature === 'string' ? Buffer.from(signature, 'base64') : bytes(signature),
    ),
  )

/** With AES in GCM: the text, then its tag of 16 bytes. With RSA-OAEP: for who has the private key. */
export const encrypt = ([algorithm, key, text, options, as]: Args<'encrypt'>) =>
  tried(() => {
    if (algorithm.startsWith('rsa'))
      return crypto.publicEncrypt(oaep(algorithm, keyIn(bytes(key).toString(), 'public')), bytes(text))
    const cipher = crypto.createCipheriv(algorithm as crypto.CipherGCMTypes, bytes(key), nonceOf(options))
    if (options.additional !== undefined) cipher.setAAD(bytes(options.additional))
    return Buffer.concat([cipher.update(bytes(text)), cipher.final(), cipher.getAuthTag()])
  }).toString(as)

export const decrypt = ([algorithm, key, text, options, as]: Args<'decrypt'>) =>
  tried(() => {
    if (algorithm.startsWith('rsa'))
      return crypto.privateDecrypt(oaep(algorithm, keyIn(bytes(key).toString(), 'private')), bytesOf(text))
    const sealed = bytesOf(text)
    const decipher = crypto
      .createDecipheriv(algorithm as crypto.CipherGCMTypes, bytes(key), nonceOf(options), {
        authTagLength: tagBytes,
      })
      .setAuthTag(sealed.subarray(-tagBytes))
    if (options.additional !== undefined) decipher.setAAD(bytes(options.additional))
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
  }).toString(as)

/** What was encrypted is bytes; as text it is base64. */
const bytesOf = (given: Data) => (typeof given === 'string' ? Buffer.from(given, 'base64') : bytes(given))

export const random = ([count, as]: Args<'random'>) => crypto.randomBytes(count).toString(as)
