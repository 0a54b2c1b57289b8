import { formatAmount, parseAmount } from '@lessor/kit'
import { demand, withoutKey, type Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { publish } from '../../../platform/outbox.ts'
import { notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { raiseAlert } from '../../core/alerts/index.ts'
import { record } from '../../core/audit/index.ts'
import { gateway, losses, move, post } from '../ledger/index.ts'
import { notReversible } from './errors.ts'
import { paymentReversed } from './events.ts'
import type { ReversalSource } from './model.ts'
import { paymentsMay } from './permissions.ts'
import { lockPayment, type Payment } from './queries.ts'
import { insertReversal } from './reversals/queries.ts'

/** Staff say that a gateway took a payment back (a chargeback). Once for each payment. */
export function reversePayment(
  cmd: Command,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Payment> {
  demand(cmd, paymentsMay.confirm)
  return inTransaction(cmd, 'payments.reverse_payment', async (tx) => {
    const payment = await reverse(tx, cmd, id, 'staff', reason)
    if (!payment) throw notReversible()
    await record(tx, cmd, {
      action: 'payments.payment_reversed',
      subject: { kind: 'payment', id },
      after: { amount: payment.amount, refunded: payment.refunded, reason },
    })
    return payment
  })
}

/** A gateway's genuine notice says the same; whether this one was the first to. */
export const reverseByNotice = (cmd: Command, id: string): Promise<boolean> =>
  inTransaction(withoutKey(cmd), 'payments.reverse_by_notice', async (tx) =>
    Boolean(await reverse(tx, cmd, id, 'notice', 'The gateway says so.')),
  )

/**
 * Posts what the gateway took back as a loss: what it has of the payment and wasn't refunded by it. Undefined: nothing of it
 * is there, or it was reversed before.
 */
async function reverse(
  tx: Tx,
  cmd: Command,
  id: string,
  source: ReversalSource,
  reason: string,
): Promise<Payment | undefined> {
  const payment = await lockPayment.first(tx, { id })
  if (!payment) throw notFound()
  const { accountId, interfaceId, forKind, forId } = payment
  const fen = parseAmount(payment.amount) - parseAmount(payment.refunded)
  if (!payment.paidAt || fen === 0) return undefined
  const of = { id, accountId, forKind, forId, amount: formatAmount(fen) }
  if ((await insertReversal.run(tx, { ...of, source, reason, now: cmd.now })) === 0) return undefined
  await post(tx, cmd, {
    cause: 'payment_reversed',
    causeId: id,
    movements: [move(losses, gateway(interfaceId), fen)],
    note: reason,
  })
  await publish(tx, cmd, paymentReversed({ payment_id: id, account_id: accountId, for_kind: forKind, for_id: forId })) // prettier-ignore
  await raiseAlert(tx, cmd, {
    key: `payments.reversed ${id}`,
    severity: 'critical',
    title: {
      en: `${payment.gateway} took a payment of ${of.amount} back`,
      zh: `${payment.gateway} 撤回了一笔 ${of.amount} 的付款`,
    },
    body: { en: `${payment.title}: ${reason}`, zh: `${payment.title}：${reason}` },
    path: `/admin/payments/${id}`,
  })
  return payment
}
