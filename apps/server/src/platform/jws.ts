import { createHmac, sign, timingSafeEqual, type KeyObject } from 'node:crypto'

/** A key and the name under which tokens say that they were made with it. */
export interface NamedKey<Key> {
  readonly kid: string
  readonly key: Key
}

type Claims = Readonly<Record<string, unknown>>

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const headerOf = (alg: string, kid: string): string => encoded({ alg, kid })
const macOf = (key: Uint8Array, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url')

/** Claims as a compact JWS (RFC 7515) with HMAC-SHA-256. */
export function signHs256({ kid, key }: NamedKey<Uint8Array>, claims: Claims): string {
  const text = `${headerOf('HS256', kid)}.${encoded(claims)}`
  return `${text}.${macOf(key, text)}`
}

/** The same with Ed25519 (RFC 8037). On this thread: handing it to another one costs more than its 40 microseconds. */
export function signEd25519({ kid, key }: NamedKey<KeyObject>, claims: Claims): string {
  const text = `${headerOf('EdDSA', kid)}.${encoded(claims)}`
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`
}

/** What `signHs256` signed with one of the keys, and with which; undefined for anything else. */
export function openHs256<Key extends NamedKey<Uint8Array>>(
  keys: readonly Key[],
  token: string,
): { readonly claims: Claims; readonly key: Key } | undefined {
  const [header, payload = '', mac = '', ...rest] = token.split('.')
  if (rest.length > 0) return undefined
  // Compared whole with the headers that we write: a token can't choose another algorithm, or none.
  const key = keys.find(
    ({ kid, key }) => header === headerOf('HS256', kid) && isSame(mac, macOf(key, `${header}.${payload}`)),
  )
  return key && { key, claims: JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
