import { addTime, nextChangeAt, toJson } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { lockLease } from './lock-lease.ts'
import { insertEntries, saveTimeline } from './queries.ts'

/** A change as another installation has written it down. */
export interface ImportedEntry {
  readonly id: string
  readonly changeDays: number
  readonly reason: string
  readonly internalNote: string
  readonly expireBefore: Date | null
  readonly expireAfter: Date | null
  readonly operatorName: string | null
  readonly createdAt: Date
}

export interface ImportedLease {
  readonly accountId: string
  readonly productId: string
  /** Also when it is over; null when no time was ever held. */
  readonly expiresAt: Date | null
  readonly entries: readonly ImportedEntry[]
}

/** Gives a new account the time and the history that it had elsewhere, as level 1, inside the caller's transaction. */
export async function importLease(
  tx: Tx,
  cmd: Command,
  { accountId, productId, expiresAt, entries }: ImportedLease,
) {
  const lease = await lockLease(tx, cmd, { accountId, productId })
  const leftMs = (expiresAt?.getTime() ?? 0) - cmd.now.getTime()
  const timeline = leftMs > 0 ? addTime([], cmd.now, 1, leftMs) : []
  await saveTimeline.run(tx, {
    id: lease.id,
    timeline: JSON.stringify(toJson(timeline)),
    expiresAt,
    nextChangeAt: nextChangeAt(timeline, cmd.now),
    startsAt: expiresAt && (entries[0]?.createdAt ?? cmd.now),
    now: cmd.now,
  })
  await insertEntries.run(tx, { leaseId: lease.id, accountId, entries: JSON.stringify(entries) })
}
