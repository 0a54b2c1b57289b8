import { parseAmount } from '@lessor/kit'
import { demand, withoutKey, type Command } from '../../../platform/command.ts'
import { notFound, validationFailed } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { askPayment, confirmPayment, noteFee, paymentById } from '../payments/index.ts'
import { notForThisRow, rowResolved } from './errors.ts'
import { waysOf, type Resolution } from './model.ts'
import { statementsMay } from './permissions.ts'
import { endRow, rowById, type Row } from './queries.ts'

export interface Resolved {
  readonly id: string
  readonly resolution: Resolution
  /** Why it is dismissed. */
  readonly note: string
}

/**
 * Resolves a difference: asks the gateway for the payment, counts it by the file, takes over the file's fee, or dismisses it
 * with a reason. Once; what a gateway that was asked doesn't say is paid stays open.
 */
export async function resolveRow(cmd: Command, { id, resolution, note }: Resolved): Promise<Row> {
  demand(cmd, statementsMay.match)
  const { db } = cmd.services
  const row = await rowById.first(db, { id })
  if (!row) throw notFound()
  if (row.state !== 'open') throw rowResolved()
  if (!waysOf(row.kind, row.paymentId).includes(resolution)) throw notForThisRow()
  if (resolution === 'dismiss' && note === '') throw reasonMissing()
  if (resolution === 'ask' && !(await isPaidAfterAsking(cmd, row))) return row
  if (resolution === 'confirm') await confirm(cmd, row, note)
  return inTransaction(resolution === 'dismiss' ? cmd : withoutKey(cmd), 'statements.resolve_row', async (tx) => {
    const by = cmd.actor.kind === 'staff' ? cmd.actor.name : 'system'
    const state = resolution === 'dismiss' ? 'dismissed' : 'resolved'
    const ended = await endRow.first(tx, { id, state, resolution, note, by, now: cmd.now })
    if (!ended) throw rowResolved()
    if (resolution === 'note_fee' && ended.paymentId)
      await noteFee(tx, cmd, { id: ended.paymentId, feeFen: parseAmount(ended.feeThere ?? '0'), cause: id })
    await record(tx, cmd, {
      action: 'statements.difference_resolved',
      subject: { kind: 'statement', id: ended.runId },
      before: { kind: row.kind, transaction: row.transaction, amount: row.amountThere ?? row.amountHere },
      after: { resolution, note, payment_id: ended.paymentId },
    })
    return ended
  })
} // prettier-ignore

async function isPaidAfterAsking(cmd: Command, { paymentId }: Row): Promise<boolean> {
  await askPayment(cmd, paymentId ?? '')
  return isPaid(cmd, paymentId)
}

const isPaid = async ({ services: { db } }: Command, paymentId: string | null): Promise<boolean> =>
  Boolean(paymentId && (await paymentById.first(db, { id: paymentId }))?.paidAt)

/** Counts the payment as the file has it; one that was counted meanwhile is right already. */
async function confirm(cmd: Command, { paymentId, transaction, amountThere }: Row, note: string): Promise<void> {
  if (!paymentId || (await isPaid(cmd, paymentId))) return
  await confirmPayment(cmd, { id: paymentId, transaction, amountFen: parseAmount(amountThere ?? '0'), note })
} // prettier-ignore

const reasonMissing = () => {
  const message = { en: 'Say why', zh: '请填写原因' }
  return validationFailed({ problems: [{ path: 'note', message }] })
}
