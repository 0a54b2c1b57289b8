import type { Timeline } from '@lessor/kit'
import type { Session } from '../queries.ts'

/** What is remembered of a session, so that a heartbeat asks the database nothing. */
export interface Known {
  readonly session: Session
  readonly username: string
  /** As it was laid; what it means depends on the moment. */
  readonly timeline: Timeline
  /** The last signed answer without a nonce, until it is half used up. */
  signed?: { readonly text: string; readonly intervalS: number; readonly until: number }
  /** When the client last got an access token from this process after its first. */
  tokenAt?: Date
}
