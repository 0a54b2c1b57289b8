import { asc, desc, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { isId, isStorable, isStorableTime } from '@lessor/kit'
import { validationFailed } from './refusals.ts'

/** What a list's caller asks for: `limit` rows from where the last page ended, or those of one page by its number. */
export interface Page {
  readonly limit: number
  readonly cursor?: string | undefined
  /** From 1, instead of a cursor. Rows that come or go meanwhile move others to the next page or the one before. */
  readonly number?: number | undefined
  /** One of the ordering's `sorts`; absent: its default. */
  readonly sort?: string | undefined
}

export interface Paged<Item> {
  readonly items: Item[]
  /** Ask for the next page with it; null at the end. */
  readonly nextCursor: string | null
}

type Value = string | number | null

/** What rows can be sorted by: in SQL, in a row, and in a cursor. */
export interface SortKey<Row> {
  readonly by: SQLWrapper
  /** A value as SQL; of a cursor's, undefined where it is none of this key. */
  readonly parameter: (value: unknown) => SQL | undefined
  readonly of: (row: Row) => Value
}

export const onTime = <Row>(by: SQLWrapper, of: (row: Row) => Date): SortKey<Row> => ({
  by,
  of: (row) => of(row).getTime(),
  parameter: (ms) => (isStorableTime(ms) ? sql`${new Date(ms)}::timestamptz` : undefined),
})

/** A time that may be absent; `never` is older than any. Its index has the same expression: `timeOrNever`. */
export const onTimeOrNever = <Row>(column: SQLWrapper, of: (row: Row) => Date | null): SortKey<Row> => ({
  by: timeOrNever(column),
  of: (row) => of(row)?.getTime() ?? null,
  parameter: (ms) => {
    if (ms === null) return sql`'-infinity'::timestamptz`
    return isStorableTime(ms) ? sql`${new Date(ms)}::timestamptz` : undefined
  },
})

export const timeOrNever = (column: SQLWrapper): SQL => sql`coalesce(${column}, '-infinity'::timestamptz)`

export const onText = <Row>(by: SQLWrapper, of: (row: Row) => string): SortKey<Row> => ({
  by,
  of,
  parameter: (text) => (typeof text === 'string' && isStorable(text) ? sql`${text}::text` : undefined),
})

export const onNumber = <Row>(by: SQLWrapper, of: (row: Row) => number): SortKey<Row> => ({
  by,
  of,
  parameter: (number) => (Number.isSafeInteger(number) ? sql`${number}::bigint` : undefined),
})

export const onId = <Row>(by: SQLWrapper, of: (row: Row) => string): SortKey<Row> => ({
  by,
  of,
  parameter: (id) => (typeof id === 'string' && isId(id) ? sql`${id}::uuid` : undefined),
})

/** How a list can be sorted, and how its pages follow each other. */
export interface Ordering<Row> {
  /** What `sort` may be: a key's name, or the same with `-` in front for the greatest first. */
  readonly sorts: readonly string[]
  of(page: Page): Slice<Row>
}

/** The part of a statement that reads one page; read `limit + 1` rows with it. */
export interface Slice<Row> {
  /** The rows after the cursor. */
  readonly where: SQL | undefined
  /** How many rows to pass over: 0 but for a page by number. */
  readonly offset: number
  readonly orderBy: readonly SQL[]
  /** Whether the greatest come first. */
  readonly descending: boolean
  /** Where the last page ended, for a list that is read in parts; undefined on the first. */
  readonly last: Last | undefined
  toPage(rows: Row[]): Paged<Row>
}

interface Last {
  /** The key's value as a row has it. */
  readonly value: unknown
  /** The value of `unique`. */
  readonly unique: SQL
}

/**
 * The orders of a list. Rows that a key doesn't tell apart follow `unique`, so that no row is on two pages or on none,
 * whatever is inserted meanwhile. A cursor belongs to the sort that it was made under; another is refused.
 */
export function ordering<Row>(
  keys: Readonly<Record<string, SortKey<Row>>>,
  unique: SortKey<Row>,
  defaultSort: string,
): Ordering<Row> {
  const sorts = Object.keys(keys).flatMap((name) => [name, `-${name}`])
  return {
    sorts,
    of: ({ limit, cursor, number, sort = defaultSort }) => {
      const offset = number === undefined ? 0 : offsetOf(number, limit, cursor)
      const key = sorts.includes(sort) ? keys[sort.replace('-', '')] : undefined
      if (!key) throw notASort()
      const descending = sort.startsWith('-')
      const orderBy = [key, unique].map((one) => (descending ? desc(one.by) : asc(one.by)))
      const last = cursor ? lastOf(cursor, sort, key, unique) : undefined
      return {
        orderBy,
        offset,
        descending,
        last,
        where: last && afterLast(last, descending, key, unique),
        toPage: (rows) => {
          const items = rows.slice(0, limit)
          const end = rows.length > limit ? items.at(-1) : undefined
          return { items, nextCursor: end ? cursorOf([sort, key.of(end), unique.of(end)]) : null }
        },
      }
    },
  }
}

/** The rows before a page by number are all read: behind this one there are only cursors. */
export const furthestRow = 10_000

function offsetOf(number: number, limit: number, cursor: string | undefined): number {
  if (cursor) throw notBoth()
  if (number * limit > furthestRow) throw tooFar()
  return (number - 1) * limit
}

const cursorOf = (parts: readonly Value[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

function lastOf<Row>(cursor: string, sort: string, key: SortKey<Row>, unique: SortKey<Row>) {
  const [madeUnder, value, id] = partsOf(cursor)
  const [from, fromId] = [key.parameter(value), unique.parameter(id)]
  if (madeUnder !== sort || !from || !fromId) throw notACursor()
  return { value, from, unique: fromId }
}

function afterLast<Row>(
  { from, unique: fromId }: ReturnType<typeof lastOf>,
  descending: boolean,
  key: SortKey<Row>,
  unique: SortKey<Row>,
): SQL {
  // A comparison of rows starts in the index where the last page ended; the same said with `or` reads all before it.
  const [left, right] = [sql`(${key.by}, ${unique.by})`, sql`(${from}, ${fromId})`]
  return descending ? sql`${left} < ${right}` : sql`${left} > ${right}`
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}

/** Refuses a cursor that no page of this list, sorted like this, answered. */
const notACursor = () => {
  const message = {
    en: 'Not a cursor of this list and sort',
    zh: '不是此列表当前排序下的游标',
  }
  return validationFailed({ problems: [{ path: 'cursor', message }] })
}

/** Refuses a page that is named twice. */
const notBoth = () => {
  const message = { en: 'Give a page or a cursor, not both', zh: 'page 与 cursor 只能使用一个' }
  return validationFailed({ problems: [{ path: 'page', message }] })
}

const tooFar = () => {
  const message = {
    en: `Pages by number end at row ${furthestRow}. Use filters, or continue by cursor`,
    zh: `按页码最多翻到第 ${furthestRow} 条，请增加筛选条件，或改用游标`,
  }
  return validationFailed({ problems: [{ path: 'page', message }] })
}

/** Refuses a sort that the list doesn't have, or not under these filters. */
export const notASort = () => {
  const message = { en: 'This list can’t be sorted like that', zh: '此列表不能这样排序' }
  return validationFailed({ problems: [{ path: 'sort', message }] })
}
