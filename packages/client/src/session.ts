import type { Clock } from './clock.ts'
import type { Doubt, LessorError } from './errors.ts'
import { openEvents, type Events, type Listener } from './events.ts'
import type { Json } from './fields.ts'
import { startHeartbeat, type Heartbeat } from './heartbeat.ts'
import { endReasonOf, isEnd, openLife, type EndReason, type Life } from './life.ts'
import type { Random } from './pace.ts'
import { profileOf, type Profile } from './profile.ts'
import { askForProof, type Proof } from './proof.ts'
import { openPush } from './push.ts'
import { redeemer, type Redeemed } from './redeem.ts'
import type { KeySet } from './signed.ts'
import { watchStanding, type Standing, type Watched } from './standing.ts'
import { call, type Link } from './wire.ts'

export interface SessionEvents {
  /** The session is over; emitted once. */
  readonly ended: { readonly reason: EndReason }
  /** The level or its end is another one. */
  readonly lease: Standing
  /** A heartbeat had no good answer; the level stays until `validUntil`. Told at the first of a row. */
  readonly offline: { readonly error: LessorError }
  /** Heartbeats are answered again. */
  readonly online: Record<string, never>
  /** Somebody else may be answering in the server's place; nothing of it was believed. */
  readonly untrusted: { readonly doubt: Doubt }
  /** A newer signed answer: what to keep for a start without network. */
  readonly verified: { readonly signed: string; readonly validUntil: Date }
}

/** One signed-in device. It keeps itself alive until it ends. */
export interface Session extends Standing {
  readonly user: User
  /** The last verified answer, to keep for `verifyOffline`. */
  readonly signed: string
  readonly online: boolean
  /** Why it is over; undefined while it lives. */
  readonly ended: EndReason | undefined
  /** The answer stops listening. */
  on<Name extends keyof SessionEvents>(name: Name, listener: Listener<SessionEvents[Name]>): () => void
  /** Sends a heartbeat now; throws LessorError. */
  heartbeat(): Promise<void>
  /** Turns a code into time; throws LessorError: `code_unknown`, `code_used`, `code_expired`, `code_revoked`, ... */
  redeem(code: string): Promise<Redeemed>
  /** The account and its timeline, unsigned; throws LessorError. */
  profile(): Promise<Profile>
  /** Ends the session here, then at the server; throws LessorError when the server didn't hear of it. */
  logout(): Promise<void>
  /** Ends the session here only, as at the program's end; the server will see it expire. */
  stop(): void
}

export interface User {
  readonly id: string
  readonly username: string
}

/** What all sessions of a client share. */
export interface Services {
  readonly link: Link
  readonly hardwareCode: string
  readonly status: (() => Json) | undefined
  readonly clock: Clock
  readonly random: Random
  /** Absent: heartbeats only. */
  readonly WebSocket: typeof WebSocket | undefined
}

/** A login that was answered, and its proof. */
export interface SignedIn extends Proof {
  readonly user: User
  readonly keys: KeySet
  readonly token: string
  readonly sessionToken: string
  readonly intervalMs: number
}

/** Starts the heartbeats of a session and listens for news of it. */
export function openSession(services: Services, login: SignedIn): Session {
  const { link, clock, random, WebSocket } = services
  const { intervalMs } = login
  const events = openEvents<SessionEvents>()
  const standing = watchStanding(login.claims, clock, {
    changed: (changed) => events.emit('lease', changed),
    confirm: () => heartbeat.now(),
  })
  const state = { user: login.user, signed: login.signed, online: true }
  const life = openLife(link, login.token, (reason) => {
    heartbeat.stop()
    push?.stop()
    standing.drop()
    events.emit('ended', { reason })
  })
  const send = async () => {
    const { sessionToken, keys, claims } = login
    const proof = await askForProof({ ...services, life, keys, sessionToken, sessionId: claims.sid })
    state.signed = proof.signed
    standing.renew(proof.claims)
    events.emit('verified', { signed: proof.signed, validUntil: standing.now.validUntil })
    return proof.intervalMs
  }
  const heartbeat = startHeartbeat({ intervalMs, send, onOutcome: tellOutcome(state, events), clock, random })
  const url = `${link.baseUrl.replace(/^http/, 'ws')}/api/ws`
  const news = {
    url,
    token: () => life.token,
    ...newsReader(life, heartbeat),
    capMs: intervalMs,
    clock,
    random,
  }
  const push = WebSocket && openPush({ ...news, WebSocket })
  return Object.assign(viewOf(state, life, standing), { on: events.on }, actionsOf(services, life, heartbeat))
}

interface State {
  readonly user: User
  signed: string
  online: boolean
}

/** Tells of the first failure of a row and of its end; of each answer that can't be the server's. */
function tellOutcome(state: State, { emit }: Events<SessionEvents>) {
  return (error: LessorError | undefined) => {
    if (error?.doubt) emit('untrusted', { doubt: error.doubt })
    if (error && state.online) emit('offline', { error })
    if (!error && !state.online) emit('online', {})
    state.online = !error
  }
}

/** News aren't signed: an end costs no more than a login, and a level is only ever taken from a proof. */
function newsReader(life: Life, heartbeat: Heartbeat) {
  return {
    heard: ({ type, reason }: Json) => {
      if (type === 'session.ended') life.end(endReasonOf(reason))
      if (type === 'lease.changed') void heartbeat.now()
    },
    // The reason comes with the next heartbeat.
    refused: () => void heartbeat.now(),
  }
}

const viewOf = (state: State, life: Life, standing: Watched) => ({
  user: state.user,
  get signed() {
    return state.signed
  },
  get online() {
    return state.online
  },
  get ended() {
    return life.ended
  },
  get level() {
    return standing.now.level
  },
  get expiresAt() {
    return standing.now.expiresAt
  },
  get validUntil() {
    return standing.now.validUntil
  },
})

function actionsOf({ link, clock, random }: Services, life: Life, heartbeat: Heartbeat) {
  const redeem = redeemer({
    send: (code, idempotencyKey) =>
      life.ask({ method: 'POST', path: '/api/recharge', body: { card_code: code }, idempotencyKey }),
    clock,
    random,
  })
  return {
    heartbeat: async () => {
      const error = await heartbeat.now()
      if (error) throw error
    },
    redeem: async (code: string) => {
      const redeemed = await redeem(code)
      await heartbeat.now()
      return redeemed
    },
    profile: async () => profileOf(await life.ask({ method: 'GET', path: '/api/users/me' })),
    logout: async () => {
      if (life.ended !== undefined) return
      life.end('logged_out')
      await call(link, { method: 'POST', path: '/api/auth/logout', token: life.token }).catch(
        (error: unknown) => {
          if (!isEnd(error)) throw error
        },
      )
    },
    stop: () => life.end('stopped'),
  }
}
