import { isId } from '@lessor/kit'
import type { Page, Paged } from '@lessor/status'
import { base64url, bytesOfBase64url } from './base64url.ts'
import { validationFailed } from './refusals.ts'

interface Order<Row> {
  readonly column: string
  readonly holds: 'string' | 'number'
  readonly of: (row: Row) => string | number
}

/** What a list can be sorted by: columns that are never null and have an index, with the id after them. */
export type Orders<Row> = Readonly<Record<string, Order<Row>>>

type Last = readonly [value: string | number, id: string]

/** The part of a statement that reads one page; read `limit + 1` rows with it. */
export interface Slice<Row> {
  /** The rows after the cursor, with the values of its `?`. */
  readonly after: { readonly sql: string; readonly values: readonly (string | number)[] }
  readonly by: string
  cut<Item>(rows: readonly Row[], present: (row: Row) => Item): Paged<Item>
}

/** A page of a table's rows. A cursor belongs to the sort that it was made under; another is refused. */
export function sliceOf<Row extends { readonly id: string }>(
  table: string,
  orders: Orders<Row>,
  { limit, cursor, sort = '-created_at' }: Page,
): Slice<Row> {
  const order = orders[sort.replace('-', '')]
  // The fields of the wire have been checked: an operation names a sort that its list lacks.
  if (!order) throw new Error(`No such order: ${sort}`)
  const [direction, follows] = sort.startsWith('-') ? ['desc', '<'] : ['asc', '>']
  const columns = [`${table}.${order.column}`, `${table}.id`]
  return {
    after: cursor
      ? { sql: `(${columns.join(', ')}) ${follows} (?, ?)`, values: lastOf(cursor, sort, order.holds) }
      : { sql: 'true', values: [] },
    by: columns.map((column) => `${column} ${direction}`).join(', '),
    cut: (rows, present) => {
      const last = rows.length > limit ? rows[limit - 1] : undefined
      const nextCursor = last ? cursorOf([sort, order.of(last), last.id]) : null
      return { items: rows.slice(0, limit).map(present), nextCursor }
    },
  }
}

const cursorOf = (parts: readonly (string | number)[]) =>
  base64url(new TextEncoder().encode(JSON.stringify(parts)))

function lastOf(cursor: string, sort: string, holds: 'string' | 'number'): Last {
  const [madeUnder, value, id] = partsOf(cursor)
  if (madeUnder !== sort || typeof value !== holds || typeof id !== 'string' || !isId(id)) throw notACursor()
  return [value as string | number, id]
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(new TextDecoder().decode(bytesOfBase64url(cursor)))
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}

const notACursor = () => {
  const message = {
    en: 'Not a cursor of this list and sort',
    zh: '不是此列表当前排序下的游标',
  }
  return validationFailed({ problems: [{ path: 'cursor', message }] })
}
