import { csvCell, csvHeader, formatAmount, parseAmount, type CsvReader } from '@lessor/kit'
import type { Db } from '../../../platform/db.ts'
import { listEntries, periodOf, type LedgerEntry } from './queries.ts'

export interface Period {
  readonly accountId: string
  readonly from?: Date | undefined
  /** Before it; absent: until now. */
  readonly to?: Date | undefined
}

export interface Statement {
  /** What the wallet had when the period began, and when it ended. */
  readonly opening: string
  readonly closing: string
  /** What came in and what went out between. */
  readonly in: string
  readonly out: string
}

const never = new Date('9999-01-01T00:00:00Z')
const ever = new Date('0001-01-01T00:00:00Z')

/** A wallet over a period: opening + in - out = closing. */
export const statementOf = (db: Db, { accountId: of, from = ever, to = never }: Period): Promise<Statement> =>
  periodOf.one(db, { of, from, to })

/** One movement of a wallet, with what it had before and after. */
export function movementOf(entry: LedgerEntry) {
  const isIn = entry.credit === 'wallet'
  const after = (isIn ? entry.creditAfter : entry.debitAfter) ?? '0.00'
  const fen = parseAmount(entry.amount)
  const before = parseAmount(after, { signed: true }) - (isIn ? fen : -fen)
  return {
    id: entry.id,
    at: entry.at.toISOString(),
    type: entry.cause,
    amount: isIn ? entry.amount : `-${entry.amount}`,
    balance_before: formatAmount(before),
    balance_after: after,
    note: entry.note,
  }
}

export const statementColumns = ['at', 'type', 'amount', 'balance_before', 'balance_after', 'note'] as const

const pageSize = 500

/** The movements of a period as CSV, the oldest first, read page by page as the file is taken. */
export async function* statementCsv(
  db: Db,
  { accountId: of, from, to }: Period,
  reader?: CsvReader,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(csvHeader(statementColumns, reader))
  let cursor: string | undefined
  do {
    const filters = { account: 'wallet', of, from, to } as const
    const page = await listEntries(db, filters, { limit: pageSize, sort: 'at', ...(cursor && { cursor }) })
    // Amounts as they are: the guard against formulas would make text of what begins with a minus.
    const lines = page.items.map((entry) => {
      const { type, amount, balance_before, balance_after, note } = movementOf(entry)
      const amounts = `${amount},${balance_before},${balance_after}`
      return `${csvCell(entry.at, reader)},${type},${amounts},${csvCell(note)}\r\n`
    })
    yield encoder.encode(lines.join(''))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
}
