import { desc, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { isId } from '@lessor/kit'
import { validationFailed } from './refusals.ts'

/** What a list's caller asks for: newest first, `limit` rows from where the last page ended. */
export interface Page {
  readonly limit: number
  readonly cursor?: string | undefined
}

export interface Paged<Item> {
  readonly items: Item[]
  /** Ask for the next page with it; null at the end. */
  readonly nextCursor: string | null
}

interface Key {
  readonly at: Date
  readonly id: string
}

/** The rows after the cursor, in the order of `newestFirst`. */
export function after(cursor: string | undefined, at: PgColumn, id: PgColumn): SQL | undefined {
  if (cursor === undefined || cursor === '') return undefined
  const key = parseCursor(cursor)
  // A comparison of rows starts in the index where the last page ended; the same said with `or` reads all before it.
  return sql`(${at}, ${id}) < (${key.at}::timestamptz, ${key.id}::uuid)`
}

export const newestFirst = (at: PgColumn, id: PgColumn): [SQL, SQL] => [desc(at), desc(id)]

/** Cuts rows that were read with `limit + 1` to a page. */
export function paged<Item>(rows: Item[], { limit }: Page, keyOf: (item: Item) => Key): Paged<Item> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? cursorOf(keyOf(last)) : null }
}

const cursorOf = ({ at, id }: Key) => Buffer.from(`${at.getTime()} ${id}`).toString('base64url')

function parseCursor(cursor: string): Key {
  const [ms = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  const at = new Date(Number(ms))
  if (!/^\d{1,15}$/.test(ms) || Number.isNaN(at.getTime()) || !isId(id)) {
    throw notACursor()
  }
  return { at, id }
}

/** Refuses a cursor that no page of this list answered. */
export const notACursor = () => {
  const message = { en: 'Not a cursor of this list', zh: '不是此列表的游标' }
  return validationFailed({ problems: [{ path: 'cursor', message }] })
}
