import { formatAmount, HOUR_MS, MINUTE_MS, newId, type Language } from '@lessor/kit'
import type { Command, CustomerCommand } from '../../../platform/command.ts'
import { constraintOf, type Tx } from '../../../platform/db.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { takeStock } from '../../leasing/catalog/index.ts'
import { holdAccount } from '../../people/accounts/index.ts'
import { takeCoupon } from '../coupons/index.ts'
import { wallet } from '../../money/ledger/index.ts'
import { alreadyRenewed, leaseHasOpenOrder, priceChanged, tooManyUnpaid } from './errors.ts'
import { countUnpaid, insertOrder, type Order } from './queries.ts'
import { amountsOf, quoteOrder, type Quote, type Wanted } from './quote-order.ts'
import { payOrderBy } from './settle-order.ts'
import { noteStep } from './step-order.ts'

const unpaidAtMost = 10

export interface NewOrder extends Wanted {
  readonly expectedTotalFen?: number | undefined
}

/** Orders a plan: priced by the server, its stock and its coupon counted, not paid yet unless it costs nothing. Refused where the price isn't the one expected. */
export function createOrder(cmd: CustomerCommand, wanted: NewOrder): Promise<Order> {
  return inTransaction(cmd, 'orders.create_order', (tx) =>
    placeOrder(tx, cmd, { ...wanted, accountId: cmd.actor.id, language: cmd.language }),
  )
}

export interface PlacedFor extends NewOrder {
  readonly accountId: string
  readonly language: Language
}

/** The same in the caller's transaction, for an account. */
export async function placeOrder(tx: Tx, cmd: Command, wanted: PlacedFor): Promise<Order> {
  const { accountId, quantity } = wanted
  // Orders of one account stand in line, so that they are counted.
  await holdAccount.one(tx, { id: accountId })
  const { count } = await countUnpaid.one(tx, { accountId })
  if (count >= unpaidAtMost) throw tooManyUnpaid({ params: { count } })
  const quote = await quoteOrder(cmd, wanted, tx)
  const { totalFen } = quote.price
  if ((wanted.expectedTotalFen ?? totalFen) !== totalFen)
    throw priceChanged({ params: { total: formatAmount(totalFen) } })
  // What a lease holds was counted when it began.
  const stockTaken = quote.ofLease ? false : await takeStock(tx, quote.plan.productId, quantity)
  const order = await refusing(insertOrder.one(tx, newRow(cmd, wanted, quote, stockTaken)))
  const { id, couponId, discount } = order
  if (couponId) takeCoupon(tx, cmd, { couponId, accountId, orderId: id, discount })
  noteStep(tx, cmd, id, null, 'pending', '')
  // Nothing is left to be paid.
  return totalFen === 0 ? payOrderBy(tx, cmd, order, wallet(accountId)) : order
}

/** What a change credits is counted as it was quoted, so that it isn't kept long. */
const changeableMs = 30 * MINUTE_MS

function newRow(
  cmd: Command,
  { accountId, language, quantity }: PlacedFor,
  { plan, price, coupon, ofLease }: Quote,
  stockTaken: boolean,
): Parameters<typeof insertOrder.one>[1] {
  const { kind, cycle, days, level, count, productName, productId, planId } = plan
  const payableMs = cmd.services.settings.orders.unpaid_hours * HOUR_MS
  const replaces = ofLease?.gives && { replacesLevel: ofLease.gives.level }
  return {
    ...{ id: newId(), accountId, productId, planId, productName, quantity, language },
    couponId: coupon?.id ?? null,
    couponCode: coupon?.code ?? null,
    kind: ofLease?.kind ?? 'new',
    leaseId: ofLease?.lease.id ?? null,
    renewsFrom: ofLease?.kind === 'renew' ? ofLease.lease.expiresAt : null,
    ...amountsOf(price),
    terms: JSON.stringify({ kind, cycle, days, level, count, ...replaces }),
    specs: JSON.stringify(price.chosen),
    status: 'pending',
    stockTaken,
    dueAt: new Date(cmd.now.getTime() + (replaces ? Math.min(changeableMs, payableMs) : payableMs)),
    createdAt: cmd.now,
  }
}

/** Runs the insert; an order of the lease that is already there becomes its refusal. */
async function refusing<T>(insert: Promise<T>): Promise<T> {
  try {
    return await insert
  } catch (error) {
    const refusals = { orders_order_open_lease: leaseHasOpenOrder, orders_order_renews: alreadyRenewed }
    throw refusals[constraintOf(error) as keyof typeof refusals]?.() ?? error
  }
}
