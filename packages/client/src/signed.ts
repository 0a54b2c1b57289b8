import { fromBase64url } from './base64url.ts'
import type { Doubt } from './errors.ts'

/** A public Ed25519 key (RFC 8037). */
export interface PublicKey {
  readonly kid: string
  readonly kty: string
  readonly crv: string
  readonly x: string
}

/** What `/.well-known/lessor/keys.json` answers: whose answers these keys sign. This is what a program pins. */
export interface KeySet {
  readonly audience: string
  readonly keys: readonly PublicKey[]
}

/** What the server states and signs; times in Unix seconds. */
export interface Claims {
  readonly iss: string
  readonly aud: string
  /** The account's id. */
  readonly sub: string
  /** The session's id. */
  readonly sid: string
  /** The hardware code. */
  readonly hw: string
  /** The level at `iat`; 0 for none. */
  readonly lvl: number
  /** When the last level ends. */
  readonly vexp: number | null
  /** When the level at `iat` ends. Absent: from a server that doesn't state it. */
  readonly lexp?: number | null
  /** Absent: it answers no question of its own. */
  readonly nonce?: string
  readonly iat: number
  readonly exp: number
}

export interface Expected {
  readonly keys: KeySet
  readonly hardwareCode: string
  readonly nowMs: number
  /** Absent: the answer may be an old one, as at a start without network. */
  readonly nonce?: string
  /** Absent: any session, as at login. */
  readonly sessionId?: string
}

export type Verdict =
  { readonly ok: true; readonly claims: Claims } | { readonly ok: false; readonly doubt: Doubt }

/** How far the clocks of client and server may be apart. */
export const toleranceMs = 60_000

/** Judges a signed answer (a compact JWS, RFC 7515, of EdDSA). Never throws for what a server can send. */
export async function verifySigned(signed: string, expected: Expected): Promise<Verdict> {
  const parts = read(signed)
  if (!parts) return { ok: false, doubt: 'malformed' }
  const key = expected.keys.keys.find(({ kid }) => kid === parts.kid)
  if (!key) return { ok: false, doubt: 'unknown_key' }
  if (!(await isSignedBy(key, parts))) return { ok: false, doubt: 'bad_signature' }
  const doubt = doubtOf(parts.claims, expected)
  return doubt ? { ok: false, doubt } : { ok: true, claims: parts.claims }
}

function doubtOf(
  claims: Claims,
  { keys, hardwareCode, nowMs, nonce, sessionId }: Expected,
): Doubt | undefined {
  if (claims.iss !== 'lessor') return 'wrong_issuer'
  if (claims.aud !== keys.audience) return 'wrong_audience'
  if (claims.hw !== hardwareCode) return 'wrong_hardware'
  if (nonce !== undefined && claims.nonce !== nonce) return 'replayed'
  if (sessionId !== undefined && claims.sid !== sessionId) return 'wrong_session'
  if (nowMs > claims.exp * 1000 + toleranceMs) return 'expired'
  // Otherwise turning the clock back would keep an old answer alive.
  if (nowMs < claims.iat * 1000 - toleranceMs) return 'not_yet_valid'
  return undefined
}

interface Parts {
  readonly kid: string
  readonly claims: Claims
  readonly content: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
}

function read(signed: string): Parts | undefined {
  const [header = '', payload = '', signature = '', ...more] = signed.split('.')
  try {
    const { alg, kid } = parse(header)
    const claims = parse(payload)
    if (alg !== 'EdDSA' || typeof kid !== 'string' || more.length > 0 || !isClaims(claims)) return undefined
    const content = new TextEncoder().encode(`${header}.${payload}`)
    return { kid, claims, content, signature: fromBase64url(signature) }
  } catch {
    // Not base64url, not UTF-8 or not JSON.
    return undefined
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const parse = (part: string) => JSON.parse(utf8.decode(fromBase64url(part))) as Record<string, unknown>

const isClaims = (claims: object): claims is Claims => {
  const {
    iss,
    aud,
    sub,
    sid,
    hw,
    lvl,
    vexp,
    lexp = null,
    nonce,
    iat,
    exp,
  } = claims as Record<string, unknown>
  return (
    [iss, aud, sub, sid, hw, nonce ?? ''].every((text) => typeof text === 'string') &&
    [lvl, iat, exp].every(Number.isSafeInteger) &&
    [vexp, lexp].every((time) => time === null || Number.isSafeInteger(time))
  )
}

async function isSignedBy({ kty, crv, x }: PublicKey, { signature, content }: Parts): Promise<boolean> {
  // Only what makes the key: engines disagree on which `alg` and `use` of an Ed25519 JWK they accept.
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify'])
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signature, content)
}
