import { formatAmount } from '@lessor/kit'
import type { Command } from '../../../../platform/command.ts'
import type { Tx } from '../../../../platform/db.ts'
import { move, post, refunding, wallet } from '../../ledger/index.ts'
import { overRefund } from '../errors.ts'
import { insertRefund, reserve, type Refund } from './queries.ts'

export interface NewRefund {
  readonly id: string
  /** What was paid for. */
  readonly forId: string
  readonly amountFen: number
  readonly reason: string
}

/**
 * Sends money from a wallet back by the gateway that it came by, in the caller's transaction: from now on nobody can spend
 * it. Never more than a payment has left.
 */
export async function openRefund(
  tx: Tx,
  cmd: Command,
  { id, forId, amountFen, reason }: NewRefund,
): Promise<Refund> {
  const amount = formatAmount(amountFen)
  const payment = await reserve.first(tx, { forId, amount, now: cmd.now })
  if (!payment) throw overRefund()
  const { id: paymentId, interfaceId, accountId } = payment
  const made = await insertRefund.one(tx, {
    id,
    paymentId,
    accountId,
    interfaceId,
    forId,
    amount,
    reason,
    now: cmd.now,
  })
  const movements = [move(wallet(accountId), refunding(id), amountFen)]
  await post(tx, cmd, { cause: 'refund_sent', causeId: id, movements })
  return made
}
