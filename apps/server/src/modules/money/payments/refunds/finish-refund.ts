import { parseAmount } from '@lessor/kit'
import { demand, type Command } from '../../../../platform/command.ts'
import type { Tx } from '../../../../platform/db.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../../core/audit/index.ts'
import { gateway, move, post, refunding, wallet } from '../../ledger/index.ts'
import { refundEnded } from '../errors.ts'
import { paymentsMay } from '../permissions.ts'
import { endRefund, markAllRefunded, refundById, unreserve, type Refund } from './queries.ts'

export interface End {
  readonly isDone: boolean
  /** The gateway's or bank's number of it. */
  readonly transaction?: string | undefined
  readonly problem?: string | undefined
  readonly by?: string | undefined
}

/** Ends a refund once: done, and the money has left; or failed, and it is in the wallet again. */
export async function endOf(tx: Tx, cmd: Command, id: string, end: End): Promise<Refund | undefined> {
  const { isDone, transaction = null, problem = null, by = null } = end
  const status = isDone ? 'success' : 'failed'
  const ended = await endRefund.first(tx, {
    id,
    status,
    gatewayRefund: transaction,
    problem,
    by,
    now: cmd.now,
  })
  if (!ended) return undefined
  const { paymentId, interfaceId, accountId, amount } = ended
  const back = isDone ? gateway(interfaceId) : wallet(accountId)
  if (!isDone) await unreserve.run(tx, { paymentId, amount, now: cmd.now })
  await markAllRefunded.run(tx, { paymentId, now: cmd.now })
  await post(tx, cmd, {
    cause: isDone ? 'refund_done' : 'refund_failed',
    causeId: id,
    movements: [move(refunding(id), back, parseAmount(amount))],
  })
  return ended
}

/** Ends a refund because staff know how it ended: a transfer back that they made, or one that never can be. */
export function finishRefund(
  cmd: Command,
  {
    id,
    isDone,
    transaction,
    note,
  }: {
    readonly id: string
    readonly isDone: boolean
    readonly transaction?: string | undefined
    readonly note: string
  },
): Promise<Refund> {
  demand(cmd, paymentsMay.confirm)
  return inTransaction(cmd, 'payments.finish_refund', async (tx) => {
    const before = await refundById.first(tx, { id })
    if (!before) throw notFound()
    const by = cmd.actor.kind === 'staff' ? cmd.actor.name : 'system'
    const ended = await endOf(tx, cmd, id, { isDone, transaction, by, problem: note || undefined })
    if (!ended) throw refundEnded()
    await record(tx, cmd, {
      action: 'payments.refund_finished',
      subject: { kind: 'refund', id },
      before: { status: before.status },
      after: { status: ended.status, amount: ended.amount, transaction, note },
    })
    return ended
  })
}
