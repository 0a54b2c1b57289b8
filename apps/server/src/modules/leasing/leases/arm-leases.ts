import { newId } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import { publish } from '../../../platform/outbox.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { changeOf, leaseChanged } from './events.ts'
import { leaseTopic } from './extend-lease.ts'
import { viewOfJson } from './model.ts'
import { arm, lockDisarmed } from './expiry/queries.ts'

const batch = 200

/**
 * Sets the next end again where a clock that was ahead had it announced too early, and announces that the lease continues;
 * answers how many. So each end is announced when it really comes, too.
 */
export async function armLeases(cmd: Command): Promise<number> {
  let armed = 0
  for (;;) {
    const found = await inTransaction(cmd, 'leases.arm_leases', async (tx) => {
      const leases = await lockDisarmed.all(tx, { now: cmd.now, limit: batch })
      for (const lease of leases) {
        await arm.run(tx, { id: lease.id, at: lease.endsAt, now: cmd.now })
        const { level, expiresAt } = viewOfJson(lease.timeline, cmd.now)
        await publish(tx, cmd, leaseChanged(newId(), changeOf(lease, level, expiresAt)))
        tx.afterCommit(() => cmd.services.signals.tell(leaseTopic, lease.accountId))
      }
      return leases.length
    })
    armed += found
    if (found < batch) break
  }
  if (armed > 0) cmd.log.warn({ armed }, 'ends of leases had been announced too early')
  return armed
}
