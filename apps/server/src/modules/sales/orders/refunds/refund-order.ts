import { formatAmount, newId, parseAmount } from '@lessor/kit'
import { demand, type Command } from '../../../../platform/command.ts'
import type { Db, Tx } from '../../../../platform/db.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../../core/audit/index.ts'
import { orderNotRefundable, outsideRefundPolicy } from '../errors.ts'
import { fulfilmentOf } from '../fulfil.ts'
import { giveBack } from './give-back.ts'
import { orderSteps, unusedFen, whole, type Worth } from '../model.ts'
import { ordersMay } from '../permissions.ts'
import { lockOrder, type Order } from '../queries.ts'
import { refundTermsOf } from './refund-terms.ts'
import { stepOrder } from '../step-order.ts'

/** What becomes of the time that an order brought: the share goes that the amount is, all that is left, or nothing. */
export const refundTimes = ['share', 'all', 'none'] as const

export interface Refund {
  readonly amountFen: number
  /** Into the wallet, or back by the gateway that it was paid by. */
  readonly to: 'wallet' | 'gateway'
  readonly time: (typeof refundTimes)[number]
  /** The customer reads it. */
  readonly reason: string
}

export interface NewRefund extends Refund {
  readonly orderId: string
  /** Refunds also what the product's policy doesn't allow. */
  readonly override: boolean
}

/** What can be given back of an order, and what it is worth that is unused of it. */
export async function proposalOf(db: Db, order: Order, now: Date) {
  const worth = worthOf(order)
  const shares = await fulfilmentOf(order).shares(db, order, now)
  return { leftFen: leftFenOf(order), unusedFen: unusedFen(worth, shares) }
}

/** How much can be given back: never more than was paid, nor than what wasn't credited to another order. */
export const leftFenOf = ({ total, credit, refunded, moved }: Order): number =>
  parseAmount(total) - parseAmount(refunded) + Math.min(0, parseAmount(credit) - parseAmount(moved))

const worthOf = ({ total, credit, refunded, moved, startsAt, endsAt }: Order): Worth => ({
  totalFen: parseAmount(total),
  creditFen: parseAmount(credit),
  refundedFen: parseAmount(refunded),
  movedFen: parseAmount(moved),
  startsAt,
  endsAt,
})

/** Gives money of a paid order back, as staff decide. What the product's policy doesn't allow has to be confirmed. */
export function refundOrder(cmd: Command, { orderId, override, ...refund }: NewRefund): Promise<Order> {
  demand(cmd, ordersMay.refund)
  return inTransaction(cmd, 'orders.refund_order', async (tx) => {
    const order = await lockOrder.first(tx, { id: orderId })
    if (!order) throw notFound()
    const { allowed } = await refundTermsOf(tx, order, cmd.now)
    const isOutside = order.paidAt !== null && !allowed.includes(refund.to)
    if (isOutside && !override) throw outsideRefundPolicy()
    const after = await refundLocked(tx, cmd, order, refund)
    const { reason, to, time } = refund
    await record(tx, cmd, {
      action: 'orders.order_refunded',
      subject: { kind: 'order', id: order.id },
      before: { refunded: order.refunded, status: order.status, ends_at: order.endsAt },
      after: {
        ...{ refunded: after.refunded, status: after.status, ends_at: after.endsAt },
        ...{ to, time, reason, ...(isOutside && { outside_policy: true }) },
      },
    })
    return after
  })
}

/** Gives money of a locked order back, never more than was paid, with its share of the tax and of the time. */
export async function refundLocked(tx: Tx, cmd: Command, order: Order, refund: Refund): Promise<Order> {
  const { leftFen, unusedFen: worthFen } = await proposalOf(tx, order, cmd.now)
  const { amountFen, to, time, reason } = refund
  if (!orderSteps[order.status].includes('refunded') || amountFen > leftFen)
    throw orderNotRefundable({ params: { left: formatAmount(order.paidAt ? leftFen : 0) } })
  const id = newId()
  const part = time === 'all' ? whole : { amountFen, worthFen }
  const taken =
    time === 'none'
      ? undefined
      : await fulfilmentOf(order).takeBack(tx, cmd, order, { refundId: id, reason, part })
  const noted = await giveBack(tx, cmd, order, { id, amountFen, to, reason, ...taken })
  const isAll = parseAmount(noted.refunded) === parseAmount(noted.total)
  return isAll ? stepOrder(tx, cmd, noted, 'refunded', { reason }) : noted
}
