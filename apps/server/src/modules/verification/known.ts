import type { Timeline } from '@lessor/kit'
import type { Session } from '../sessions/index.ts'

/** What is remembered of a session, so that a heartbeat asks the database nothing. */
export interface Known {
  readonly session: Session
  readonly username: string
  /** As it was laid; what it means depends on the moment. */
  readonly timeline: Timeline
  /** The last signed answer without a nonce, how long its level lasts, and how long it serves again. */
  signed?: { readonly text: string; readonly levelUntilMs: number; readonly freshUntilMs: number }
  /** When the client last got an access token from this process after its first. */
  tokenAt?: Date
}
