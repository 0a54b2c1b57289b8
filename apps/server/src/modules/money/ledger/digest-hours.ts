import { HOUR_MS, MINUTE_MS } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { hoursToDigest, insertDigest } from './queries.ts'

/** Longer than any transaction is open: by then every entry of an hour is there. */
const lateMs = 10 * MINUTE_MS

/** Sums up each hour that is over, once, and writes the digest into the audit log, which is chained and sealed. */
export async function digestHours(cmd: Command): Promise<void> {
  const until = new Date(Math.floor((cmd.now.getTime() - lateMs) / HOUR_MS) * HOUR_MS)
  for (const hour of await hoursToDigest.all(cmd.services.db, { until }))
    await inTransaction(cmd, 'ledger.digest_hours', async (tx) => {
      const [digest] = await insertDigest.all(tx, { from: hour.since, until: hour.until })
      if (!digest) return
      await record(tx, cmd, {
        action: 'ledger.digested',
        subject: { kind: 'hour', id: hour.until.toISOString() },
        after: { entries: digest.entries, sum: digest.sum, digest: digest.digest },
      })
    })
}
