import { newId, parseTimeline, toJson, wholeDays, type EntrySource } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { publish } from '../../../platform/outbox.ts'
import { leaseClosed, leaseEndInPast, leaseEndsThen, leaseTooLong } from './errors.ts'
import { changeOf, leaseChanged } from './events.ts'
import { lockLease, type LeaseRef } from './lock-lease.ts'
import { change, lastEnd, stateOf, type LeaseView } from './model.ts'
import { saveChange, type Lease } from './queries.ts'
import { termsOf, type Term, type Terms } from './term-model.ts'

/** Why a lease changes, as its entry keeps it. */
export interface Cause {
  /** Which level is bought, or taken `back`; 1 unless given. */
  readonly level?: number
  readonly source: EntrySource
  /** The act that brought the time (a redemption, an order); the database takes each part of it only once. */
  readonly sourceId?: string
  readonly part?: number
  /** Decimal text, what was paid for it. */
  readonly amount?: string
  readonly reason?: string
  readonly internalNote?: string
}

export interface Extension extends Cause {
  readonly lease: LeaseRef
  readonly by: Term
}

export interface Extended extends LeaseView {
  readonly leaseId: string
  readonly entryId: string
  readonly before: LeaseView
  /** When the last time ends, or ended; null when none was ever held. */
  readonly endsAt: Date | null
  readonly changeMs: number
}

/** The topic on which every process hears that an account's lease changed; the body is the account's id. */
export const leaseTopic = 'leases.changed'

/** Adds time to a lease, or takes some back, inside the caller's transaction: nothing held before is lost. */
export async function extendLease(
  tx: Tx,
  cmd: Command,
  { lease: ref, by, ...cause }: Extension,
): Promise<Extended> {
  const lease = await lockLease(tx, cmd, ref)
  if ('until' in by && by.until < cmd.now) throw leaseEndInPast()
  const terms = within9999(() =>
    termsOf(by, cause.level ?? 1, {
      timeline: parseTimeline(lease.timeline),
      anchor: anchorOf(lease),
      now: cmd.now,
      zone: cmd.services.settings.server.time_zone,
    }),
  )
  if (terms.askedMs === 0) throw leaseEndsThen()
  return changeLease(tx, cmd, lease, cause, terms)
}

/** Changes a locked lease by a rule, with the entry that says why. */
export async function changeLease(
  tx: Tx,
  cmd: Command,
  lease: Lease,
  cause: Cause,
  { rule, askedMs, anchor = anchorOf(lease) }: Terms,
): Promise<Extended> {
  if (stateOf(lease, cmd.now) === 'closed') throw leaseClosed()
  const changed = within9999(() => change(lease.timeline, cmd.now, rule))
  const { before, after, nextChangeAt, moved, changeMs } = changed
  const entryId = newId()
  const endsAt = lastEnd(after, lease.expiresAt, cmd.now)
  const operator = cmd.actor.kind === 'staff' ? cmd.actor : undefined
  saveChange.later(tx, {
    id: entryId,
    leaseId: lease.id,
    accountId: lease.accountId,
    timeline: JSON.stringify(toJson(after.timeline)),
    expiresAt: endsAt,
    nextChangeAt,
    startsAt: after.expiresAt && cmd.now,
    anchorAt: anchor?.at ?? null,
    anchorMonths: anchor?.months ?? null,
    source: cause.source,
    sourceId: cause.sourceId ?? null,
    part: cause.part ?? 0,
    level: cause.level ?? 1,
    changeDays: wholeDays(askedMs),
    changeMs,
    moved: JSON.stringify(moved),
    amount: cause.amount ?? '0.00',
    levelBefore: before.level,
    levelAfter: after.level,
    expireBefore: before.expiresAt,
    expireAfter: after.expiresAt,
    reason: cause.reason ?? '',
    internalNote: cause.internalNote ?? '',
    operatorId: operator?.id ?? null,
    operatorName: operator?.name ?? null,
    now: cmd.now,
  })
  await publish(tx, cmd, leaseChanged(entryId, changeOf(lease, after.level, after.expiresAt)))
  tx.afterCommit(() => cmd.services.signals.tell(leaseTopic, lease.accountId))
  return { ...after, leaseId: lease.id, entryId, before, endsAt, changeMs }
}

export const anchorOf = ({ anchorAt, anchorMonths }: Pick<Lease, 'anchorAt' | 'anchorMonths'>) =>
  anchorAt && anchorMonths !== null ? { at: anchorAt, months: anchorMonths } : undefined

function within9999<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError) throw leaseTooLong()
    throw error
  }
}
