import { formatAmount, HOUR_MS, newId } from '@lessor/kit'
import type { CustomerCommand } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { takeStock } from '../../leasing/catalog/index.ts'
import { lockAccount } from '../../people/accounts/index.ts'
import { priceChanged, tooManyUnpaid } from './errors.ts'
import { countUnpaid, insertOrder, type Order } from './queries.ts'
import { amountsOf, quoteOrder, type Wanted } from './quote-order.ts'
import { noteStep } from './step-order.ts'

const unpaidAtMost = 10

/** Orders a plan: priced by the server, its stock counted, not paid yet. Refused where the price isn't the one expected. */
export function createOrder(
  cmd: CustomerCommand,
  { expectedTotalFen, ...wanted }: Wanted & { readonly expectedTotalFen?: number | undefined },
): Promise<Order> {
  return inTransaction(cmd, 'orders.create_order', async (tx) => {
    const accountId = cmd.actor.id
    // Orders of one account stand in line, so that they are counted.
    await lockAccount.one(tx, { id: accountId })
    const { count } = await countUnpaid.one(tx, { accountId })
    if (count >= unpaidAtMost) throw tooManyUnpaid({ params: { count } })
    const { plan, price } = await quoteOrder(cmd, wanted, tx)
    if (expectedTotalFen !== undefined && expectedTotalFen !== price.totalFen)
      throw priceChanged({ params: { total: formatAmount(price.totalFen) } })
    const stockTaken = await takeStock(tx, plan.productId, wanted.quantity)
    const { kind, cycle, days, level, count: codes, productName, productId, planId } = plan
    const id = newId()
    const order = await insertOrder.one(tx, {
      ...{
        id,
        accountId,
        kind: 'new',
        productId,
        planId,
        productName,
        quantity: wanted.quantity,
        language: cmd.language,
      },
      ...amountsOf(price),
      terms: JSON.stringify({ kind, cycle, days, level, count: codes }),
      specs: JSON.stringify(price.chosen),
      status: 'pending',
      stockTaken,
      dueAt: new Date(cmd.now.getTime() + cmd.services.settings.orders.unpaid_hours * HOUR_MS),
      createdAt: cmd.now,
    })
    noteStep(tx, cmd, id, null, 'pending', '')
    return order
  })
}
