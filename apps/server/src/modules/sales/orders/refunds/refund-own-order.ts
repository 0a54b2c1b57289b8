import { formatAmount, MINUTE_MS } from '@lessor/kit'
import type { CustomerCommand } from '../../../../platform/command.ts'
import type { Db } from '../../../../platform/db.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { refundNotOffered } from '../errors.ts'
import { orderSteps } from '../model.ts'
import { lockOrder, type Order } from '../queries.ts'
import { proposalOf, refundLocked } from './refund-order.ts'
import { refundTermsOf, type RefundTerms } from './refund-terms.ts'

/** For how long an amount holds that was shown, while time goes on. */
const shownMs = 10 * MINUTE_MS

/**
 * What its customer can have back in the wallet without anybody's word, in fen: what is unused, while the policy allows.
 * Only of an order whose period is known, and that has to do with no other order's money: staff refund those.
 */
export async function ownRefundFen(
  db: Db,
  order: Order,
  { allowed }: RefundTerms,
  now: Date,
): Promise<number> {
  const isOpen = allowed.includes('wallet') && orderSteps[order.status].includes('refunded')
  const isPlain = order.startsAt && order.endsAt && order.credit === '0.00' && order.moved === '0.00'
  return isOpen && isPlain ? (await proposalOf(db, order, now)).unusedFen : 0
}

/** A customer gives an order back: all that is left of its time, for what was shown for it, into the wallet. */
export function refundOwnOrder(
  cmd: CustomerCommand,
  { orderId, amountFen }: { readonly orderId: string; readonly amountFen: number },
): Promise<Order> {
  return inTransaction(cmd, 'orders.refund_own_order', async (tx) => {
    const order = await lockOrder.first(tx, { id: orderId })
    if (!order || order.accountId !== cmd.actor.id) throw notFound()
    const terms = await refundTermsOf(tx, order, cmd.now)
    const nowFen = await ownRefundFen(tx, order, terms, cmd.now)
    const shownFen = await ownRefundFen(tx, order, terms, new Date(cmd.now.getTime() - shownMs))
    if (nowFen === 0 || amountFen < nowFen || amountFen > shownFen)
      throw refundNotOffered({ params: { amount: formatAmount(nowFen) } })
    return refundLocked(tx, cmd, order, {
      amountFen,
      to: 'wallet',
      time: 'all',
      reason: 'Given back by the customer',
    })
  })
}
