import { addDays, formatAmount, newId, parseAmount } from '@lessor/kit'
import type { Command } from '../../../../platform/command.ts'
import type { Tx } from '../../../../platform/db.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { vipProductId } from '../../../leasing/catalog/index.ts'
import { completeOrder, lockPaid, type Order } from '../../orders/index.ts'
import { insertAll } from '../issue-batch.ts'
import { insertBatch } from '../queries.ts'
import { tellReady } from './tell-ready.ts'

/** Issues the codes that a paid order brings, and completes it: once for each order, whole or not at all. */
export function issueOrdered(cmd: Command, orderId: string): Promise<void> {
  return inTransaction(cmd, 'codes.issue_ordered', async (tx) => {
    const order = await lockPaid(tx, orderId)
    if (!order) return
    const count = await issueFor(tx, cmd, order)
    await completeOrder(tx, cmd, order, `${count} codes issued`)
    await tellReady(tx, cmd, order, count)
  })
}

async function issueFor(tx: Tx, cmd: Command, order: Order): Promise<number> {
  const { level, days, count: each } = order.terms
  if (level === null || days === null || each === null) throw new Error('A pack of codes without terms')
  const count = each * order.quantity
  const batch = await insertBatch.one(tx, {
    id: newId(),
    productId: vipProductId,
    orderId: order.id,
    ...{ worth: 'time', level, days, value: null, count },
    amount: formatAmount(Math.floor(parseAmount(order.total) / count)),
    prefix: '',
    note: '',
    expiresAt: addDays(cmd.now, cmd.services.settings.orders.codes_valid_days),
    createdBy: 'order',
    createdAt: cmd.now,
  })
  await insertAll(tx, cmd.services.secrets, batch, () => undefined)
  return count
}
