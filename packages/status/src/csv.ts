import type { Paged, RechargeRecord } from './port.ts'
import { csvCell } from './rules.ts'

// With the byte order mark without which spreadsheets don't read UTF-8.
const header =
  '\ufeffid,user_id,change_days,reason,internal_note,expire_before,expire_after,operator,created_at\r\n'

type ReadPage = (page: { limit: number; cursor?: string }) => Promise<Paged<RechargeRecord>>

/** All records as CSV (RFC 4180), a page at a time; times in RFC 3339, which people and spreadsheets read. */
export async function* csvOfRecords(read: ReadPage): AsyncGenerator<string> {
  yield header
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Paged<RechargeRecord> = await read({ limit: 500, ...(cursor && { cursor }) })
    yield page.items.map(lineOf).join('')
    cursor = page.nextCursor
  }
}

const lineOf = (record: RechargeRecord): string => {
  const fields = [
    record.id,
    record.userId,
    record.changeDays,
    record.reason,
    record.internalNote,
    record.expireBefore?.toISOString() ?? null,
    record.expireAfter?.toISOString() ?? null,
    record.operator,
    record.createdAt.toISOString(),
  ]
  return `${fields.map(csvCell).join(',')}\r\n`
}
