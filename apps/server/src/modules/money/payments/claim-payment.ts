import { formatAmount, parseAmount } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import { constraintOf, type Tx } from '../../../platform/db.ts'
import { publish } from '../../../platform/outbox.ts'
import { fees, gateway, held, move, post, wallet } from '../ledger/index.ts'
import { transactionTaken } from './errors.ts'
import { paymentReceived, type Received } from './events.ts'
import { acceptAsked, markPaid, type Payment } from './queries.ts'

export interface Receipt {
  /** The gateway's own number. */
  readonly transaction: string
  readonly amountFen: number
  readonly feeFen: number
  /** Who of the staff says so. */
  readonly confirmedBy?: string
  readonly note?: string
}

/**
 * Counts money that came in, once: of any number that say so at once one is let through, the others get undefined. The money
 * is held for what it is for; a top-up is in the wallet.
 */
export async function claimPayment(
  tx: Tx,
  cmd: Command,
  { id }: Pick<Payment, 'id'>,
  { transaction, amountFen, feeFen, confirmedBy, note = '' }: Receipt,
): Promise<Received | undefined> {
  const paid = await unlessTaken(
    markPaid.first(tx, {
      id,
      gatewayTx: transaction.slice(0, 200),
      amount: formatAmount(amountFen),
      fee: formatAmount(feeFen),
      confirmedBy: confirmedBy ?? null,
      note,
      now: cmd.now,
    }),
  )
  if (!paid) return undefined
  acceptAsked.later(tx, { paymentId: id })
  const { accountId, interfaceId, forKind, forId } = paid
  const place = forKind === 'top_up' ? wallet(accountId) : held(forId)
  await post(tx, cmd, {
    cause: forKind === 'top_up' ? 'top_up' : 'payment',
    causeId: id,
    movements: [
      move(gateway(interfaceId), place, parseAmount(paid.amount)),
      move(fees(interfaceId), gateway(interfaceId), parseAmount(paid.fee)),
    ],
  })
  const received = { payment_id: id, account_id: accountId, for_kind: forKind, for_id: forId }
  await publish(tx, cmd, paymentReceived(received))
  return received
}

async function unlessTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    throw constraintOf(error) === 'payments_payment_gateway_tx' ? transactionTaken() : error
  }
}
