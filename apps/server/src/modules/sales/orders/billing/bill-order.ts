import type { Command } from '../../../../platform/command.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import type { Tx } from '../../../../platform/db.ts'
import { draftCreditNote, draftInvoice, type NewItem } from '../../../money/invoices/index.ts'
import type { OrderPaid, OrderRefunded } from '../events.ts'
import { termText } from '../model.ts'
import { orderById, type Order } from '../queries.ts'

/** Drafts the invoice of a paid order, which gets its number soon after; once for each order. Of nothing there is none. */
export async function billOrder(cmd: Command, { order_id: id }: OrderPaid): Promise<void> {
  // Then staff bill it with the others of its customer and period.
  if (cmd.services.settings.invoices.billing === 'batch') return
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

/** The line of an order on its invoice. */
export function lineOf({ services: { settings } }: Command, order: Order): NewItem {
  const { id: causeId, language, quantity, productName, terms } = order
  const amount = settings.invoices.tax_mode === 'inclusive' ? order.total : order.net
  return { cause: 'order', causeId, text: `${productName} ${termText(terms)[language]}`, quantity, amount }
}

async function bill(tx: Tx, cmd: Command, id: string): Promise<void> {
  const order = await orderById.one(tx, { id })
  if (Number(order.total) === 0) return
  const { accountId, language, paidAt } = order
  await draftInvoice(tx, cmd, {
    ...{ accountId, language, isPaid: true, paidAt: paidAt ?? cmd.now },
    items: [lineOf(cmd, order)],
  })
}
