import { newNonce } from './base64url.ts'
import { systemClock, type Clock } from './clock.ts'
import { untrusted, type Doubt, type Language } from './errors.ts'
import type { Json } from './fields.ts'
import type { Random } from './pace.ts'
import { openSession, type Services, type Session } from './session.ts'
import { verifySigned, type KeySet } from './signed.ts'
import { standingAt, type Standing } from './standing.ts'
import { call, callPlain, type Link } from './wire.ts'

export interface ClientOptions {
  /** Such as `https://vip.example.com`. */
  readonly baseUrl: string
  /** What tells this device from others: the same at every start, 1 to 128 characters. */
  readonly hardwareCode: string
  readonly softwareVersion: string
  /** The language of messages (default Chinese). */
  readonly language?: Language
  /**
   * The answer of `/.well-known/lessor/keys.json`, built into the program. Without it the keys are fetched once, and
   * a server that is faked from the first moment on is believed.
   */
  readonly keys?: KeySet
  /** What to tell the server of this device with each heartbeat. */
  readonly status?: () => Json
  /** Timeout of a request in ms (default 15,000). */
  readonly timeoutMs?: number
  readonly clock?: Clock
  readonly random?: Random
  readonly fetch?: typeof fetch
  /** `null`: heartbeats only. */
  readonly WebSocket?: typeof WebSocket | null
}

export interface Registration {
  readonly username: string
  readonly password: string
  readonly email?: string
}

/** What a kept answer still says without network. */
export type Offline =
  | ({ readonly ok: true; readonly accountId: string } & Standing)
  | { readonly ok: false; readonly doubt: Doubt }

export interface Client {
  /** Makes an account; throws LessorError: `validation_failed` (with `problems`), `username_taken`, ... */
  register(registration: Registration): Promise<{ id: string; username: string }>
  /**
   * Signs this device in and ends the account's other sessions; throws LessorError: `invalid_credentials`,
   * `untrusted` when the answer isn't the server's, ...
   */
  login(username: string, password: string): Promise<Session>
  /** The keys that answers are verified with: what a program pins. Throws LessorError when they must be fetched and can't. */
  keys(): Promise<KeySet>
  /** Judges the last `signed` of a session at a start without network; good for two heartbeat intervals. */
  verifyOffline(signed: string): Promise<Offline>
}

/** The client of one server on one device. */
export function createClient(options: ClientOptions): Client {
  const { hardwareCode, softwareVersion } = options
  const services = servicesOf(options)
  const { link, clock } = services
  let pinned = options.keys

  const keys = async () => (pinned ??= await fetchKeys(link))
  return {
    keys,
    register: async ({ username, password, email }) => {
      const body = { username, password, ...(email !== undefined && { email }) }
      const data = await call(link, { method: 'POST', path: '/api/auth/register', body })
      const user = data.fields('user')
      return { id: user.text('id'), username: user.text('username') }
    },
    login: async (username, password) => {
      const known = await keys()
      const nonce = newNonce()
      const body = {
        username,
        password,
        hardware_code: hardwareCode,
        software_version: softwareVersion,
        nonce,
      }
      const data = await call(link, { method: 'POST', path: '/api/auth/login', body })
      const signed = data.text('signed')
      const verdict = await verifySigned(signed, { keys: known, hardwareCode, nowMs: clock.now(), nonce })
      if (!verdict.ok) throw untrusted(link.language, verdict.doubt)
      const user = data.fields('user')
      return openSession(services, {
        user: { id: user.text('id'), username: user.text('username') },
        keys: known,
        token: data.text('token'),
        sessionToken: data.text('session_token'),
        intervalMs: data.number('heartbeat_interval') * 1000,
        signed,
        claims: verdict.claims,
      })
    },
    verifyOffline: async (signed) => {
      const nowMs = clock.now()
      const verdict = await verifySigned(signed, { keys: await keys(), hardwareCode, nowMs })
      if (!verdict.ok) return verdict
      return { ok: true, accountId: verdict.claims.sub, ...standingAt(verdict.claims, nowMs) }
    },
  }
}

function servicesOf(options: ClientOptions): Services {
  const { clock = systemClock, random = Math.random, language = 'zh', timeoutMs = 15_000, status } = options
  const { fetch: send = fetch } = options
  const link: Link = {
    baseUrl: new URL(options.baseUrl).href.replace(/\/+$/, ''),
    language,
    timeoutMs,
    // A browser's own fetch refuses to be called as somebody's method.
    fetch: (url, init) => send(url, init),
    now: () => clock.now(),
  }
  const socket = options.WebSocket === null ? undefined : (options.WebSocket ?? globalThis.WebSocket)
  return { link, hardwareCode: options.hardwareCode, status, clock, random, WebSocket: socket }
}

async function fetchKeys(link: Link): Promise<KeySet> {
  const data = await callPlain(link, { method: 'GET', path: '/.well-known/lessor/keys.json' })
  const keys = data.list('keys').map((key) => ({
    kid: key.text('kid'),
    kty: key.text('kty'),
    crv: key.text('crv'),
    x: key.text('x'),
  }))
  return { audience: data.text('audience'), keys }
}
