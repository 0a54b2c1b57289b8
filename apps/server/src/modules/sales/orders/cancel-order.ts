import { demand, withoutKey, type Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { giveBackStock } from '../../leasing/catalog/index.ts'
import { giveBackCoupon } from '../coupons/index.ts'
import { failPayments } from '../../money/payments/index.ts'
import { orderNotCancellable } from './errors.ts'
import { ordersMay } from './permissions.ts'
import { lockOrder, overdue, type Order } from './queries.ts'
import { heldFor } from './held-for.ts'
import { release } from './settle-order.ts'
import { stepOrder } from './step-order.ts'

/** Cancels an order that isn't paid: by its customer, or by staff. Its coupon and its stock are given back, and what it holds. */
export function cancelOrder(
  cmd: Command,
  { orderId, reason }: { readonly orderId: string; readonly reason: string },
): Promise<Order> {
  if (cmd.actor.kind !== 'account') demand(cmd, ordersMay.cancel)
  return inTransaction(cmd, 'orders.cancel_order', async (tx) => {
    const order = await lockOrder.first(tx, { id: orderId })
    if (!order || (cmd.actor.kind === 'account' && cmd.actor.id !== order.accountId)) throw notFound()
    if (order.status !== 'pending') throw orderNotCancellable()
    return cancel(tx, cmd, order, { reason, lapsed: false })
  })
}

const batch = 50

/** Cancels what nobody paid in time. Money that comes within a day revives it. */
export async function lapseOrders(cmd: Command, signal: AbortSignal): Promise<void> {
  const { db } = cmd.services
  while (!signal.aborted) {
    const late = await overdue.all(db, { now: cmd.now, limit: batch })
    for (const { id } of late)
      await inTransaction(withoutKey(cmd), 'orders.lapse_orders', async (tx) => {
        const order = await lockOrder.first(tx, { id })
        if (order?.status !== 'pending' || order.dueAt > cmd.now) return
        await cancel(tx, cmd, order, { reason: 'Not paid in time', lapsed: true })
      })
    if (late.length < batch) return
  }
}

interface Why {
  readonly reason: string
  readonly lapsed: boolean
}

async function cancel(tx: Tx, cmd: Command, order: Order, { reason, lapsed }: Why): Promise<Order> {
  const cancelled = await stepOrder(tx, cmd, order, 'cancelled', { reason, lapsed, stockTaken: false })
  const { heldFen, open } = await heldFor(tx, order.id)
  await failPayments(tx, cmd, open, 'The order was cancelled.')
  if (order.couponId) await giveBackCoupon(tx, order.id)
  if (order.stockTaken) await giveBackStock(tx, order.productId, order.quantity)
  if (heldFen > 0) await release(tx, cmd, cancelled, heldFen)
  return cancelled
}
