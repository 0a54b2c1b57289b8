import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { draftInvoice } from '../../money/invoices/index.ts'
import type { OrderPaid } from './events.ts'
import { termText } from './model.ts'
import { orderById } from './queries.ts'

/** Drafts the invoice of a paid order, which gets its number soon after; once for each order. Of nothing there is none. */
export function billOrder(cmd: Command, { order_id: id }: OrderPaid): Promise<void> {
  return inTransaction(cmd, 'orders.bill_order', async (tx) => {
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
  })
}
