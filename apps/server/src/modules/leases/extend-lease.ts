import { newId, toJson, type EntrySource } from '@lessor/kit'
import type { Command } from '../../platform/command.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/outbox.ts'
import { leaseTooLong } from './errors.ts'
import { leaseChanged } from './events.ts'
import { change, days, lastEnd, type Change, type LeaseView, type Rule } from './model.ts'
import { lockLease } from './lock-lease.ts'
import { saveChange, type Lease } from './queries.ts'

export interface Extension {
  readonly accountId: string
  readonly productId: string
  /** Which of several leases of the product; absent: the one that an account has. */
  readonly holding?: string
  readonly level: number
  /** Negative takes days back. */
  readonly days: number
  readonly source: EntrySource
  /** What brought the time; the database takes each only once. */
  readonly sourceId?: string
  /** Decimal text, what was paid for it. */
  readonly amount?: string
  readonly reason?: string
  readonly internalNote?: string
}

export interface Extended extends LeaseView {
  readonly entryId: string
  readonly before: LeaseView
  /** When the last time ends, or ended; null when none was ever held. */
  readonly endsAt: Date | null
  readonly changeMs: number
}

/** The topic on which every process hears that an account's lease changed; the body is the account's id. */
export const leaseTopic = 'leases.changed'

/** Adds time to a lease, or takes some back, inside of the caller's transaction: nothing held before is lost. */
export async function extendLease(tx: Tx, cmd: Command, input: Extension): Promise<Extended> {
  const { accountId, productId, holding = null } = input
  const lease = await lockLease(tx, cmd, { accountId, productId, holding })
  return changeLease(tx, cmd, lease, input, days(input.level, input.days))
}

/** Changes a locked lease by a rule, with the entry that says why. */
export async function changeLease(
  tx: Tx,
  cmd: Command,
  lease: Lease,
  input: Extension,
  rule: Rule,
): Promise<Extended> {
  const { accountId, level } = input
  const { before, after, nextChangeAt, moved, changeMs } = within9999(() =>
    change(lease.timeline, cmd.now, rule),
  )
  const entryId = newId()
  const endsAt = lastEnd(after, lease.expiresAt, cmd.now)
  const operator = cmd.actor.kind === 'staff' ? cmd.actor : undefined
  await saveChange.run(tx, {
    id: entryId,
    leaseId: lease.id,
    accountId,
    timeline: JSON.stringify(toJson(after.timeline)),
    expiresAt: endsAt,
    nextChangeAt,
    source: input.source,
    sourceId: input.sourceId ?? null,
    level,
    changeDays: input.days,
    changeMs,
    moved: JSON.stringify(moved),
    amount: input.amount ?? '0.00',
    levelBefore: before.level,
    levelAfter: after.level,
    expireBefore: before.expiresAt,
    expireAfter: after.expiresAt,
    reason: input.reason ?? '',
    internalNote: input.internalNote ?? '',
    operatorId: operator?.id ?? null,
    operatorName: operator?.name ?? null,
    now: cmd.now,
  })
  const expires_at = after.expiresAt?.toISOString() ?? null
  await publish(
    tx,
    cmd,
    leaseChanged(entryId, { account_id: accountId, lease_id: lease.id, level: after.level, expires_at }),
  )
  tx.afterCommit(() => cmd.ground.signals.tell(leaseTopic, accountId))
  return { ...after, entryId, before, endsAt, changeMs }
}

function within9999(work: () => Change): Change {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError) throw leaseTooLong()
    throw error
  }
}
