import { formatAmount, newId, parseAmount } from '@lessor/kit'
import type { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { demand, type Command } from '../../../platform/command.ts'
import type { Db } from '../../../platform/db.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { gatewayById, paymentsInStatement } from '../payments/index.ts'
import { noLines, noSuchColumns } from './errors.ts'
import {
  compare,
  headerAt,
  linesOf,
  type Counted,
  type Difference,
  type Line,
  type Mapping,
} from './model.ts'
import { statementsMay } from './permissions.ts'
import { insertMatched, insertRows, insertRun, matchedAmong, runOfFile, type Run } from './queries.ts'
import { readFile } from './read-file.ts'

export interface NewStatement {
  readonly interfaceId: string
  readonly fileName: string
  readonly bytes: Buffer
  readonly mapping: Mapping
}

/** Holds a gateway's file against the payments, and keeps what differs. The same file again answers the first run. */
export async function matchStatement(cmd: Command, statement: NewStatement): Promise<Run> {
  demand(cmd, statementsMay.match)
  const { interfaceId, fileName, bytes, mapping } = statement
  const { db, settings } = cmd.services
  const gateway = await gatewayById(db, interfaceId)
  const digest = createHash('sha256').update(bytes).update(JSON.stringify(mapping)).digest('hex')
  const before = await runOfFile.first(db, { interfaceId, digest })
  if (before) return before
  const rows = readFile(bytes)
  if (headerAt(rows, mapping) < 0) throw noSuchColumns()
  const { lines, skipped } = linesOf(rows, mapping, settings.server.time_zone)
  if (lines.length === 0) throw noLines({ params: { skipped: String(skipped) } })
  return inTransaction(cmd, 'statements.match_statement', async (tx) => {
    const { payments, elsewhere, ...period } = await paymentsOf(tx, interfaceId, lines)
    const { differences, matched } = compare(lines, payments, elsewhere)
    const made = await insertRun.first(tx, {
      ...{ id: newId(), interfaceId, gateway: gateway.name, fileName, digest, mapping: JSON.stringify(mapping) },
      ...{ ...period, lines: lines.length, skipped, matched: matched.length, differences: differences.length },
      ...{ createdBy: cmd.actor.kind === 'staff' ? cmd.actor.name : 'system', createdAt: cmd.now },
    })
    // Another upload of it was quicker.
    if (!made) return runOfFile.one(tx, { interfaceId, digest })
    await insertRows.run(tx, { runId: made.id, rows: JSON.stringify(differences.map(columnsOf)) })
    await insertMatched.run(tx, { runId: made.id, paymentIds: matched })
    await record(tx, cmd, {
      action: 'statements.statement_matched',
      subject: { kind: 'statement', id: made.id },
      after: { gateway: gateway.name, file: fileName, lines: made.lines, matched: made.matched, differences: made.differences },
    })
    return made
  })
} // prettier-ignore

/** The payments that lines name, or that were counted in their time; and those of them that another file has. */
async function paymentsOf(db: Db, interfaceId: string, lines: readonly Line[]) {
  const times = lines.map(({ at }) => at.getTime()).toSorted((a, b) => a - b)
  const period = { fromAt: new Date(times[0] ?? 0), toAt: new Date(times.at(-1) ?? 0) }
  const found = await paymentsInStatement.all(db, {
    ...{ interfaceId, ...period },
    references: lines.map(({ reference }) => reference),
    transactions: lines.map(({ transaction }) => transaction),
  })
  const payments: Counted[] = found.map(({ id, reference, gatewayTx, amount, fee, paidAt }) => ({
    ...{ id, reference, gatewayTx, paidAt },
    ...{ amountFen: parseAmount(amount), feeFen: parseAmount(fee) },
  }))
  const known = await matchedAmong.all(db, { paymentIds: payments.map(({ id }) => id) })
  return { ...period, payments, elsewhere: new Set(known.map(({ paymentId }) => paymentId)) }
}

/** A difference as its row. */
const columnsOf = ({ kind, paymentId, line, payment }: Difference) => ({
  ...{ id: newId(), kind, payment_id: paymentId },
  reference: line?.reference ?? payment?.reference ?? '',
  transaction: line?.transaction ?? payment?.gatewayTx ?? '',
  at: line?.at ?? payment?.paidAt,
  amount_there: line ? formatAmount(line.amountFen) : null,
  amount_here: payment?.paidAt ? formatAmount(payment.amountFen) : null,
  fee_there: line?.feeFen === undefined ? null : formatAmount(line.feeFen),
  fee_here: payment?.paidAt ? formatAmount(payment.feeFen) : null,
})
