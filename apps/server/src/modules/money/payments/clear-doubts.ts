import { DAY_MS } from '@lessor/kit'
import { withoutKey, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { openAlerts, resolveAlert } from '../../core/alerts/index.ts'
import { settledDoubts } from './queries.ts'

/** What the keys of alerts about money begin with; the id of a payment or gateway, or of a refund, comes after it. */
export const doubtKey = 'payments.doubt '
export const refundKey = 'payments.refund '

/** Resolves alerts about money whose reason is gone. Money that came twice stays one until staff resolve it. */
export async function clearDoubts(cmd: Command): Promise<void> {
  const { db } = cmd.services
  const quietSince = new Date(cmd.now.getTime() - DAY_MS)
  for (const prefix of [doubtKey, refundKey]) {
    const open = await openAlerts.all(db, { prefix })
    if (open.length === 0) continue
    const settled = await settledDoubts.all(db, {
      ids: open.map(({ key }) => key.slice(prefix.length)),
      raised: open.map(({ raisedAt }) => raisedAt),
      quietSince,
    })
    for (const { id } of settled)
      await inTransaction(withoutKey(cmd), 'payments.clear_doubt', (tx) => resolveAlert(tx, cmd, prefix + id))
  }
}
