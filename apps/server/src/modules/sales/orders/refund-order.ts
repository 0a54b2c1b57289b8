import { formatAmount, newId, parseAmount } from '@lessor/kit'
import { demand, type Command } from '../../../platform/command.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { publish } from '../../../platform/outbox.ts'
import { notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { income, move, post, tax as taxes, wallet } from '../../money/ledger/index.ts'
import { openRefund } from '../../money/payments/index.ts'
import { orderNotRefundable } from './errors.ts'
import { orderRefunded } from './events.ts'
import { fulfilmentOf } from './fulfil.ts'
import { orderSteps, taxInRefund, unusedFen, type Worth } from './model.ts'
import { ordersMay } from './permissions.ts'
import { addRefund, lockOrder, type Order } from './queries.ts'
import { stepOrder } from './step-order.ts'

export interface NewRefund {
  readonly orderId: string
  readonly amountFen: number
  /** Into the wallet, or back by the gateway that it was paid by. */
  readonly to: 'wallet' | 'gateway'
  /** Takes back what isn't used of what the order brought. */
  readonly endsLease: boolean
  /** The customer reads it. */
  readonly reason: string
}

/** What can be given back of an order, and what it is worth that is unused of it. */
export async function proposalOf(db: Db, order: Order, now: Date) {
  const worth = worthOf(order)
  const shares = await fulfilmentOf(order).shares(db, order, now)
  return { leftFen: leftFenOf(worth), unusedFen: unusedFen(worth, shares) }
}

const leftFenOf = ({ totalFen, refundedFen, movedFen }: Worth): number => totalFen - refundedFen - movedFen

const worthOf = ({ total, credit, refunded, moved, startsAt, endsAt }: Order): Worth => ({
  totalFen: parseAmount(total),
  creditFen: parseAmount(credit),
  refundedFen: parseAmount(refunded),
  movedFen: parseAmount(moved),
  startsAt,
  endsAt,
})

/** Gives money of a paid order back, never more than was paid, with its share of the tax. */
export function refundOrder(cmd: Command, refund: NewRefund): Promise<Order> {
  demand(cmd, ordersMay.refund)
  return inTransaction(cmd, 'orders.refund_order', async (tx) => {
    const order = await lockOrder.first(tx, { id: refund.orderId })
    if (!order) throw notFound()
    const leftFen = leftFenOf(worthOf(order))
    if (!orderSteps[order.status].includes('refunded') || refund.amountFen > leftFen)
      throw orderNotRefundable({ params: { left: formatAmount(order.paidAt ? leftFen : 0) } })
    const id = newId()
    if (refund.endsLease)
      await fulfilmentOf(order).takeBack(tx, cmd, order, { refundId: id, reason: refund.reason })
    const amount = formatAmount(refund.amountFen)
    const noted = await addRefund.one(tx, { id: order.id, amount, now: cmd.now })
    const isAll = parseAmount(noted.refunded) === parseAmount(noted.total)
    const after = isAll ? await stepOrder(tx, cmd, noted, 'refunded', { reason: refund.reason }) : noted
    await giveBack(tx, cmd, order, id, refund)
    await publish(tx, cmd, orderRefunded({ order_id: order.id, refund_id: id, amount }))
    await record(tx, cmd, {
      action: 'orders.order_refunded',
      subject: { kind: 'order', id: order.id },
      before: { refunded: order.refunded, status: order.status },
      after: {
        refunded: after.refunded,
        status: after.status,
        to: refund.to,
        ends_lease: refund.endsLease,
        reason: refund.reason,
      },
    })
    return after
  })
}

async function giveBack(
  tx: Tx,
  cmd: Command,
  order: Order,
  id: string,
  { amountFen, to, reason }: NewRefund,
): Promise<void> {
  const worth = { totalFen: parseAmount(order.total), taxFen: parseAmount(order.tax) }
  const taxFen = taxInRefund(worth, parseAmount(order.refunded), amountFen)
  const mine = wallet(order.accountId)
  await post(tx, cmd, {
    cause: 'refund',
    causeId: id,
    movements: [move(income, mine, amountFen - taxFen), move(taxes, mine, taxFen)],
    note: reason,
  })
  if (to === 'gateway') await openRefund(tx, cmd, { id, forId: order.id, amountFen, reason })
}
