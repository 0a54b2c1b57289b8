import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Tx } from '../../../platform/db.ts'
import { draftCreditNote, draftInvoice } from '../../money/invoices/index.ts'
import type { OrderPaid, OrderRefunded } from './events.ts'
import { termText } from './model.ts'
import { orderById } from './queries.ts'

/** Drafts the invoice of a paid order, which gets its number soon after; once for each order. Of nothing there is none. */
export function billOrder(cmd: Command, { order_id: id }: OrderPaid): Promise<void> {
  return inTransaction(cmd, 'orders.bill_order', (tx) => bill(tx, cmd, id))
}

/** Drafts the credit note of a refund; once for each. */
export function creditRefund(
  cmd: Command,
  { order_id: id, refund_id, amount }: OrderRefunded,
): Promise<void> {
  return inTransaction(cmd, 'orders.credit_refund', async (tx) => {
    // The order's own event may come later.
    await bill(tx, cmd, id)
    await draftCreditNote(tx, cmd, {
      of: { cause: 'order', causeId: id },
      cause: 'refund',
      causeId: refund_id,
      amount,
    })
  })
}

async function bill(tx: Tx, cmd: Command, id: string): Promise<void> {
  const order = await orderById.one(tx, { id })
  if (Number(order.total) === 0) return
  const { accountId, language, paidAt, quantity, productName, terms } = order
  const isInclusive = cmd.services.settings.invoices.tax_mode === 'inclusive'
  const amount = isInclusive ? order.total : order.net
  const text = `${productName} ${termText(terms)[language]}`
  await draftInvoice(tx, cmd, {
    ...{ accountId, language, isPaid: true, paidAt: paidAt ?? cmd.now },
    items: [{ cause: 'order', causeId: id, text, quantity, amount }],
  })
}
