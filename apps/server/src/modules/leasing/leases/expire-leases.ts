import { nextChangeAt, parseTimeline } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { publish } from '../../../platform/outbox.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { changeOf, leaseExpired, levelEnded } from './events.ts'
import { leaseTopic } from './extend-lease.ts'
import { viewOfJson } from './model.ts'
import { lockDue, setNextChange } from './expiry/queries.ts'
import type { Lease } from './queries.ts'

const batch = 200
const mostPassedOver = 100

/**
 * Announces every span that ran out since the last time, once each; answers how many. A lease that can't be read is
 * passed over with an error: it must not keep the ends of all others.
 */
export async function expireLeases(cmd: Command): Promise<number> {
  const passedOver: string[] = []
  let count = 0
  let current: string | undefined
  for (let limit = batch; ;) {
    try {
      const due = await inTransaction(cmd, 'leases.expire_leases', async (tx) => {
        const leases = await lockDue.all(tx, { now: cmd.now, limit, except: passedOver })
        for (const lease of leases) {
          current = lease.id
          await tell(tx, cmd, lease)
        }
        current = undefined
        return leases.length
      })
      count += due
      if (due < limit) return count
    } catch (err) {
      if (current === undefined || passedOver.length === mostPassedOver) throw err
      if (limit === 1) {
        passedOver.push(current)
        cmd.log.error({ err, lease: current }, 'the end of a lease could not be announced')
      }
      limit = limit === 1 ? batch : 1
    }
  }
}

async function tell(tx: Tx, cmd: Command, lease: Lease): Promise<void> {
  const { level, expiresAt } = viewOfJson(lease.timeline, cmd.now)
  const endedAt = lease.nextChangeAt ?? cmd.now
  const change = changeOf(lease, level, expiresAt)
  await setNextChange.run(tx, { id: lease.id, at: nextChangeAt(parseTimeline(lease.timeline), cmd.now) })
  await publish(
    tx,
    cmd,
    level > 0 ? levelEnded(endedAt, change, lease.updatedAt) : leaseExpired(endedAt, change, lease.updatedAt),
  )
  tx.afterCommit(() => cmd.services.signals.tell(leaseTopic, lease.accountId))
}
