import type { Timeline } from '@lessor/kit'
import type { Session } from '../../people/sessions/index.ts'

/**
 * What a request needs of a session. Not the hash of its token: a Buffer of node-postgres is a slice, and keeps the
 * 64 kB that it was cut from.
 */
export type SessionFields = Omit<Session, 'tokenHash' | 'status'>

/** What is remembered of a session, so that a heartbeat asks the database nothing. */
export interface CachedSession {
  readonly session: SessionFields
  readonly username: string
  /** As it was laid; what it means depends on the moment. */
  readonly timeline: Timeline
  /** The last signed answer without a nonce, how long its level lasts, and how long it serves again. */
  signed?: { readonly text: string; readonly levelUntilMs: number; readonly freshUntilMs: number }
  /** When the client last got an access token from this process after its first. */
  tokenAt?: Date
}
