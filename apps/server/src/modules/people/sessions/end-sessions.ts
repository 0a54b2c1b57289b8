import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import type { EndReason } from './errors.ts'
import { endSessions, livingOf } from './queries.ts'

/** The topic on which every process hears which sessions ended, and why. */
export const endedTopic = 'sessions.ended'

export interface Ended {
  readonly ids: readonly string[]
  readonly reason: EndReason
}

// A notification of PostgreSQL holds 8,000 bytes; an id takes 39 of them.
const perAnnouncement = 150

/** Ends sessions inside the caller's transaction; once it is answered, no process accepts them. Answers which lived. */
export async function endThese(
  tx: Tx,
  cmd: Command,
  ids: readonly string[],
  reason: EndReason,
): Promise<string[]> {
  if (ids.length === 0) return []
  const ended = (await endSessions.all(tx, { ids, reason, now: cmd.now })).map(({ id }) => id)
  for (let i = 0; i < ended.length; i += perAnnouncement) {
    const body: Ended = { ids: ended.slice(i, i + perAnnouncement), reason }
    await cmd.services.signals.announce(tx, endedTopic, JSON.stringify(body))
  }
  return ended
}

/** Ends every session of an account, except one that may stay. */
export async function endAllOf(
  tx: Tx,
  cmd: Command,
  accountId: string,
  reason: EndReason,
  except?: string,
): Promise<string[]> {
  const living = await livingOf.all(tx, { accountId })
  const ids = living.map(({ id }) => id).filter((id) => id !== except)
  return endThese(tx, cmd, ids, reason)
}
