import { formatAmount, newId, parseAmount } from '@lessor/kit'
import type { Command } from '../../../../platform/command.ts'
import type { Tx } from '../../../../platform/db.ts'
import { publish } from '../../../../platform/outbox.ts'
import { income, move, post, tax as taxes, wallet } from '../../../money/ledger/index.ts'
import { openRefund } from '../../../money/payments/index.ts'
import { orderRefunded } from '../events.ts'
import { taxInRefund } from '../model.ts'
import { addRefund, insertRefund, type Order } from '../queries.ts'

export interface GivenBack {
  /** The refund's; absent: a new one. */
  readonly id?: string
  readonly amountFen: number
  /** Into the wallet, or back by the gateway that it was paid by. */
  readonly to: 'wallet' | 'gateway'
  /** The customer reads it. */
  readonly reason: string
  /** When the time that the order brought ends now; absent: as before. */
  readonly endsAt?: Date
}

/** Gives money of a locked paid order back, with its share of the tax; in the caller's transaction. */
export async function giveBack(
  tx: Tx,
  cmd: Command,
  order: Order,
  { id = newId(), amountFen, to, reason, endsAt }: GivenBack,
): Promise<Order> {
  const amount = formatAmount(amountFen)
  const noted = await addRefund.one(tx, {
    ...{ id: order.id, amount, now: cmd.now },
    endsAt: endsAt ?? order.endsAt,
  })
  const worth = { totalFen: parseAmount(order.total), taxFen: parseAmount(order.tax) }
  const taxFen = taxInRefund(worth, parseAmount(order.refunded), amountFen)
  await insertRefund.run(tx, {
    ...{ id, orderId: order.id, at: cmd.now, amount, tax: formatAmount(taxFen) },
    endsBefore: order.endsAt,
  })
  const mine = wallet(order.accountId)
  await post(tx, cmd, {
    cause: 'refund',
    causeId: id,
    movements: [move(income, mine, amountFen - taxFen), move(taxes, mine, taxFen)],
    note: reason,
  })
  if (to === 'gateway') await openRefund(tx, cmd, { id, forId: order.id, amountFen, reason })
  await publish(tx, cmd, orderRefunded({ order_id: order.id, refund_id: id, amount }))
  return noted
}
