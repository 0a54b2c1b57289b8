import { nextChangeAt, parseTimeline } from '@lessor/kit'
import type { Command } from '../../platform/command.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/outbox.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { leaseExpired, levelEnded } from './events.ts'
import { leaseTopic } from './extend-lease.ts'
import { viewOfJson } from './model.ts'
import { lockDue, setNextChange, type Lease } from './queries.ts'

const batch = 200

/** Tells of every span that ran out since the last time, once each; answers how many. */
export async function expireLeases(cmd: Command): Promise<number> {
  let told = 0
  for (;;) {
    const due = await inTransaction(cmd, async (tx) => {
      const leases = await lockDue.all(tx, { now: cmd.now, limit: batch })
      for (const lease of leases) await tell(tx, cmd, lease)
      return leases.length
    })
    told += due
    if (due < batch) return told
  }
}

async function tell(tx: Tx, cmd: Command, lease: Lease): Promise<void> {
  const { level, expiresAt } = viewOfJson(lease.timeline, cmd.now)
  const endedAt = lease.nextChangeAt ?? cmd.now
  const change = {
    account_id: lease.accountId,
    lease_id: lease.id,
    level,
    expires_at: expiresAt?.toISOString() ?? null,
  }
  await setNextChange.run(tx, { id: lease.id, at: nextChangeAt(parseTimeline(lease.timeline), cmd.now) })
  await publish(tx, cmd, level > 0 ? levelEnded(endedAt, change) : leaseExpired(endedAt, change))
  tx.afterCommit(() => cmd.ground.signals.tell(leaseTopic, lease.accountId))
}
