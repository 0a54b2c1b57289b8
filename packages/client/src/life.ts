import { hasEnded, LessorError } from './errors.ts'
import type { Fields } from './fields.ts'
import { call, type Link, type Request } from './wire.ts'

/**
 * `session_replaced` (another device signed in), `session_expired`, `session_ended` (by an operator),
 * `account_disabled`; `logged_out` and `stopped` are this program's own doing.
 */
export type EndReason =
  'session_replaced' | 'session_expired' | 'session_ended' | 'account_disabled' | 'logged_out' | 'stopped'

/** Whether a session still is, and requests in its name. */
export interface Life {
  /** Why it is over; undefined while it lives. */
  readonly ended: EndReason | undefined
  /** The access token. */
  token: string
  /** Sends a request with the token; an answer that the session is over ends it. Throws LessorError. */
  ask(request: Request): Promise<Fields>
  /** Throws LessorError when it is over. */
  demand(): void
  end(reason: EndReason): void
}

/** `over` is called with the reason, once. */
export function openLife(link: Link, token: string, over: (reason: EndReason) => void): Life {
  let ended: EndReason | undefined
  const life: Life = {
    get ended() {
      return ended
    },
    token,
    ask: async (request) => {
      life.demand()
      try {
        return await call(link, { ...request, token: life.token })
      } catch (error) {
        if (isEnd(error)) life.end(endReasonOf(error.code))
        throw error
      }
    },
    demand: () => {
      if (ended !== undefined) throw hasEnded(link.language, ended)
    },
    end: (reason) => {
      if (ended !== undefined) return
      ended = reason
      over(reason)
    },
  }
  return life
}

/** A 401 to a signed-in client, and a closed account, mean that its session is not accepted any more. */
export const isEnd = (error: unknown): error is LessorError =>
  error instanceof LessorError && (error.status === 401 || error.code === 'account_disabled')

const reasons: Readonly<Record<string, EndReason>> = {
  session_replaced: 'session_replaced',
  session_ended: 'session_ended',
  account_disabled: 'account_disabled',
  // A WebSocket's message names them shorter.
  replaced: 'session_replaced',
  ended_by_staff: 'session_ended',
}

/** The one name for what heartbeats and messages call differently; whatever else ends a session, it has expired. */
export const endReasonOf = (reason: unknown): EndReason => reasons[String(reason)] ?? 'session_expired'
