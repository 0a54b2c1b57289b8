import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { raiseAlert } from '../../core/alerts/index.ts'
import { giveBackStock } from '../../leasing/catalog/index.ts'
import { giveBackCoupon } from '../coupons/index.ts'
import { giveBack } from './refunds/give-back.ts'
import { lockOrder, type Order } from './queries.ts'
import { leftFenOf } from './refunds/refund-order.ts'
import { stepOrder } from './step-order.ts'

/** An order that is paid and waits for what it brings, locked; undefined once it has come to another end. */
export async function lockPaid(tx: Tx, id: string): Promise<Order | undefined> {
  const order = await lockOrder.first(tx, { id })
  return order?.status === 'paid' ? order : undefined
}

/** What a locked paid order brings is there. `reason` says what it is; staff read it in the order's story. */
export const completeOrder = (tx: Tx, cmd: Command, order: Order, reason: string): Promise<Order> =>
  stepOrder(tx, cmd, order, 'completed', { reason })

/**
 * Ends a paid order that can't be fulfilled: its money is put into the wallet, its stock and coupon are given back, its customer gets a
 * mail and staff an alert. Nothing happens to one that was fulfilled meanwhile.
 */
export function giveUpOrder(
  cmd: Command,
  { orderId, reason }: { readonly orderId: string; readonly reason: string },
): Promise<void> {
  return inTransaction(cmd, 'orders.give_up_order', async (tx) => {
    const order = await lockPaid(tx, orderId)
    if (!order) return
    const trying = await stepOrder(tx, cmd, order, 'provisioning')
    const cancelled = await stepOrder(tx, cmd, trying, 'cancelled', { reason, stockTaken: false })
    if (order.couponId) await giveBackCoupon(tx, order.id)
    if (order.stockTaken) await giveBackStock(tx, order.productId, order.quantity)
    const amountFen = leftFenOf(cancelled)
    if (amountFen > 0) await giveBack(tx, cmd, cancelled, { amountFen, to: 'wallet', reason })
    const number = order.id.slice(-8).toUpperCase()
    await raiseAlert(tx, cmd, {
      key: `orders.given_up ${order.id}`,
      severity: 'warning',
      title: { en: `Order ${number} could not be fulfilled`, zh: `订单 ${number} 无法交付` },
      body: {
        en: `${order.productName}: its ${order.total} are back in the wallet, and it is cancelled. ${reason}`,
        zh: `${order.productName}：款项 ${order.total} 已退回钱包，订单已取消。${reason}`,
      },
      path: `/admin/orders/${order.id}`,
    })
  })
}
