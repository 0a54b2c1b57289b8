import { formatAmount, parseAmount } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { fees, gateway, move, post } from '../ledger/index.ts'
import { lockPayment, setFee } from './queries.ts'

export interface NewFee {
  readonly id: string
  /** All that the gateway keeps of the payment. */
  readonly feeFen: number
  /** The act that says so; it posts once. */
  readonly cause: string
}

/** Notes what a gateway kept of a payment, in the caller's transaction, and posts what that is more or less than before. */
export async function noteFee(tx: Tx, cmd: Command, { id, feeFen, cause }: NewFee): Promise<void> {
  const payment = await lockPayment.one(tx, { id })
  const moreFen = feeFen - parseAmount(payment.fee)
  const [from, to] = [fees(payment.interfaceId), gateway(payment.interfaceId)]
  await setFee.run(tx, { id, fee: formatAmount(feeFen), now: cmd.now })
  await post(tx, cmd, {
    cause: 'fee',
    causeId: cause,
    movements: [moreFen > 0 ? move(from, to, moreFen) : move(to, from, -moreFen)],
  })
}
