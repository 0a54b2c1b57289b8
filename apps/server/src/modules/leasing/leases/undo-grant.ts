import { leasesMay } from './permissions.ts'
import { moveBack } from '@lessor/kit'
import { record } from '../../core/audit/index.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { alreadyUndone, undoTooLate } from './errors.ts'
import { changeLease, type Extended } from './extend-lease.ts'
import { isUndoable } from './model.ts'
import { lockLease } from './lock-lease.ts'
import { entryById, undoingOf } from './queries.ts'

export interface Undo {
  readonly entryId: string
  /** Shown to the customer. */
  readonly reason: string
  readonly internalNote: string
}

/** Takes back what a grant of the last 10 minutes moved, of the same levels, as an entry of its own; once. */
export function undoGrant(cmd: Command, { entryId, reason, internalNote }: Undo): Promise<Extended> {
  demand(cmd, leasesMay.grant)
  return inTransaction(cmd, 'leases.undo_grant', async (tx) => {
    const entry = await entryById.first(tx, { id: entryId })
    if (!entry) throw notFound()
    const { accountId, leaseId, level, changeMs, moved } = entry
    // Locked before the look: of two at once, the second sees what the first has done.
    const lease = await lockLease(tx, cmd, { id: leaseId })
    if (await undoingOf.first(tx, { id: entryId })) throw alreadyUndone()
    if (!isUndoable(entry, cmd.now)) throw undoTooLate()
    const cause = { level, source: 'undo', sourceId: entryId, reason, internalNote } as const
    const undone = await changeLease(tx, cmd, lease, cause, {
      rule: (timeline, now) => moveBack(timeline, now, moved ?? []),
      askedMs: -changeMs,
    })
    await record(tx, cmd, {
      action: 'leases.grant_undone',
      subject: { kind: 'account', id: accountId },
      before: { level: undone.before.level, expires_at: undone.before.expiresAt },
      after: { level: undone.level, expires_at: undone.expiresAt, undone_entry: entryId, reason },
    })
    return undone
  })
}
