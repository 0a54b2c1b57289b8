import { parseAmount } from '@lessor/kit'
import { demand, type Command } from '../../../../platform/command.ts'
import type { Tx } from '../../../../platform/db.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { resolveAlert } from '../../../core/alerts/index.ts'
import { record } from '../../../core/audit/index.ts'
import { losses, move, post, wallet } from '../../../money/ledger/index.ts'
import { decideReversal, reversalDecided, type ReversalDecision } from '../../../money/payments/index.ts'
import { fulfilmentOf } from '../fulfil.ts'
import { whole } from '../model.ts'
import { ordersMay } from '../permissions.ts'
import { giveUp, lockOrder, type Order } from '../queries.ts'

export interface Decided {
  readonly paymentId: string
  readonly decision: ReversalDecision
  readonly reason: string
}

/**
 * Staff decide, once, what becomes of a payment that its gateway took back: what its order brought is taken back, or the
 * amount is taken from the wallet, or neither. Refused where the wallet lacks it.
 */
export function decideOnReversal(cmd: Command, { paymentId, decision, reason }: Decided): Promise<void> {
  demand(cmd, ordersMay.refund)
  return inTransaction(cmd, 'orders.decide_on_reversal', async (tx) => {
    const { actor, now } = cmd
    const by = 'name' in actor ? actor.name : ''
    const decided = { id: paymentId, decision, note: reason, by, now }
    const reversal = await decideReversal.first(tx, decided)
    if (!reversal) throw reversalDecided()
    const { accountId, forKind, forId, amount } = reversal
    if (decision === 'collect')
      await post(tx, cmd, {
        cause: 'reversal_collected',
        causeId: paymentId,
        movements: [move(wallet(accountId), losses, parseAmount(amount))],
        note: reason,
      })
    const order =
      decision === 'take_back' && forKind === 'order' ? await lockOrder.first(tx, { id: forId }) : undefined
    if (order) await takeBackAll(tx, cmd, order, { refundId: paymentId, reason })
    await resolveAlert(tx, cmd, `payments.reversed ${paymentId}`)
    await record(tx, cmd, {
      action: 'payments.reversal_decided',
      subject: { kind: 'payment', id: paymentId },
      after: { decision, amount, reason },
    })
  })
}

/** Takes all that is left of what an order brought, and ends its time now; no money moves. */
async function takeBackAll(
  tx: Tx,
  cmd: Command,
  order: Order,
  why: { readonly refundId: string; readonly reason: string },
): Promise<void> {
  await fulfilmentOf(order).takeBack(tx, cmd, order, { ...why, part: whole })
  await giveUp.one(tx, { id: order.id, moved: '0.00', refunded: '0.00', ends: true, now: cmd.now })
}
