import { formatAmount, HOUR_MS, newId } from '@lessor/kit'
import type { CustomerCommand } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { takeStock } from '../../leasing/catalog/index.ts'
import { holdAccount } from '../../people/accounts/index.ts'
import { takeCoupon } from '../coupons/index.ts'
import { wallet } from '../../money/ledger/index.ts'
import { priceChanged, tooManyUnpaid } from './errors.ts'
import { countUnpaid, insertOrder, type Order } from './queries.ts'
import { amountsOf, quoteOrder, type Wanted } from './quote-order.ts'
import { payOrderBy } from './settle-order.ts'
import { noteStep } from './step-order.ts'

const unpaidAtMost = 10

/** Orders a plan: priced by the server, its stock and its coupon counted, not paid yet unless it costs nothing. Refused where the price isn't the one expected. */
export function createOrder(
  cmd: CustomerCommand,
  { expectedTotalFen, ...wanted }: Wanted & { readonly expectedTotalFen?: number | undefined },
): Promise<Order> {
  return inTransaction(cmd, 'orders.create_order', async (tx) => {
    const accountId = cmd.actor.id
    // Orders of one account stand in line, so that they are counted.
    await holdAccount.one(tx, { id: accountId })
    const { count } = await countUnpaid.one(tx, { accountId })
    if (count >= unpaidAtMost) throw tooManyUnpaid({ params: { count } })
    const { plan, price, coupon } = await quoteOrder(cmd, { ...wanted, accountId }, tx)
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
        couponId: coupon?.id ?? null,
        couponCode: coupon?.code ?? null,
      },
      ...amountsOf(price),
      terms: JSON.stringify({ kind, cycle, days, level, count: codes }),
      specs: JSON.stringify(price.chosen),
      status: 'pending',
      stockTaken,
      dueAt: new Date(cmd.now.getTime() + cmd.services.settings.orders.unpaid_hours * HOUR_MS),
      createdAt: cmd.now,
    })
    if (coupon) takeCoupon(tx, cmd, { couponId: coupon.id, accountId, orderId: id, discount: order.discount })
    noteStep(tx, cmd, id, null, 'pending', '')
    // Nothing is left to be paid.
    return price.totalFen === 0 ? payOrderBy(tx, cmd, order, wallet(accountId)) : order
  })
}
