import { csvHeader, csvLine, type Cell, type CsvReader } from '@lessor/kit'
import type { ListedRecord, Paged, StatusUser } from './port.ts'
import { presentMade } from './present.ts'

/** What a list's file has of an item, by the names of its columns. */
export type Columns<Item> = Readonly<Record<string, (item: Item) => Cell>>

type ReadPage<Item> = (page: { limit: number; cursor?: string }) => Promise<Paged<Item>>

/** A whole list as CSV, a page at a time; for a program where there is no reader. */
export async function* csvOf<Item>(
  columns: Columns<Item>,
  read: ReadPage<Item>,
  reader?: CsvReader,
): AsyncGenerator<string> {
  yield csvHeader(Object.keys(columns), reader)
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Paged<Item> = await read({ limit: 200, ...(cursor && { cursor }) })
    const lineOf = (item: Item) => Object.values(columns).map((of) => of(item))
    yield page.items.map((item) => csvLine(lineOf(item), reader)).join('')
    cursor = page.nextCursor
  }
}

export const recordColumns: Columns<ListedRecord> = {
  id: (record) => record.id,
  user_id: (record) => record.userId,
  change_days: (record) => record.changeDays,
  reason: (record) => record.reason,
  internal_note: (record) => record.internalNote,
  expire_before: (record) => record.expireBefore,
  expire_after: (record) => record.expireAfter,
  operator: (record) => record.operator,
  created_at: (record) => record.createdAt,
  username: (record) => record.username,
}

export const userColumns = (now: Date): Columns<StatusUser> => ({
  id: (user) => user.id,
  username: (user) => user.username,
  note: (user) => user.note,
  expire_at: (user) => user.expiresAt,
  days_left: (user) => presentMade(user, now).days_left,
  created_at: (user) => user.createdAt,
})
