import { formatAmount } from '@lessor/kit'
import { demand, type Command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { claimPayment } from './claim-payment.ts'
import { notConfirmable } from './errors.ts'
import type { Received } from './events.ts'
import { paymentsMay } from './permissions.ts'
import { paymentById } from './queries.ts'

export interface Confirmation {
  readonly id: string
  /** The bank's or gateway's number of it. */
  readonly transaction: string
  /** What really came in. */
  readonly amountFen: number
  readonly note: string
}

/** Counts a payment because staff saw the money: a bank transfer, or one that its gateway can't confirm. */
export function confirmPayment(
  cmd: Command,
  { id, transaction, amountFen, note }: Confirmation,
): Promise<Received> {
  demand(cmd, paymentsMay.confirm)
  return inTransaction(cmd, 'payments.confirm_payment', async (tx) => {
    const payment = await paymentById.first(tx, { id })
    if (!payment) throw notFound()
    const confirmedBy = cmd.actor.kind === 'staff' ? cmd.actor.name : 'system'
    const received = await claimPayment(tx, cmd, payment, {
      transaction,
      amountFen,
      feeFen: 0,
      confirmedBy,
      note,
    })
    if (!received) throw notConfirmable()
    await record(tx, cmd, {
      action: 'payments.payment_confirmed',
      subject: { kind: 'payment', id },
      before: { status: payment.status, amount: payment.amount },
      after: { status: 'success', amount: formatAmount(amountFen), transaction, note },
    })
    return received
  })
}
