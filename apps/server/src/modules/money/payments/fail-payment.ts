import { parseAmount } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { publish } from '../../../platform/outbox.ts'
import { held, move, post, wallet } from '../ledger/index.ts'
import { paymentFailed } from './events.ts'
import { nextAskAt } from './model.ts'
import { markFailed, type Payment } from './queries.ts'

export interface Failure {
  /** Staff read it. */
  readonly problem: string
  /** The gateway didn't say so itself: it is asked on, and money that comes all the same counts. */
  readonly mayBePaid?: boolean
}

/** Ends an attempt that nobody has paid, and gives its wallet part back; answers whether it was still open. */
export async function failPayment(
  tx: Tx,
  cmd: Command,
  payment: Payment,
  { problem, mayBePaid = false }: Failure,
): Promise<boolean> {
  const { id, accountId, forKind, forId } = payment
  const asks = mayBePaid ? nextAskAt(payment.asks, payment.expiresAt, cmd.now) : null
  const failed = await markFailed.first(tx, { id, problem, nextAskAt: asks, now: cmd.now })
  if (!failed) return false
  const part = parseAmount(failed.walletPart)
  const movements = [move(held(forId), wallet(accountId), part)]
  await post(tx, cmd, { cause: 'wallet_part_back', causeId: id, movements })
  const event = { payment_id: id, account_id: accountId, for_kind: forKind, for_id: forId }
  await publish(tx, cmd, paymentFailed(event, failed.asks))
  return true
}

/** Ends locked attempts to pay, by whatever of them may still come in. */
export async function failPayments(
  tx: Tx,
  cmd: Command,
  open: readonly Payment[],
  problem: string,
): Promise<void> {
  for (const payment of open) await failPayment(tx, cmd, payment, { problem, mayBePaid: true })
}
