import { z } from '@hono/zod-openapi'
import { csvHeader, csvLine, type Cell, type CsvReader } from '@lessor/kit'
import type { Command } from '../command.ts'
import type { Page, Paged } from '../paging.ts'
import type { Permission } from '../permission.ts'
import { items, pageNumbered, pageSorted } from './fields.ts'
import { csvFile, csvMedia, fileLanguage, readerOf } from './file.ts'
import { get, type Route } from './route.ts'

type Shape = z.core.$ZodLooseShape

/** A list that staff read page by page, and take away as a file. */
export interface List<Filters extends Shape, Item extends z.ZodObject, Also extends Shape> {
  /** What the file and the audit log call it. */
  readonly name: string
  readonly summary: string
  readonly permission: Permission
  readonly filters: Filters
  /** What `sort` may be: an ordering's. */
  readonly sorts: readonly string[]
  readonly item: Item
  /** What the answer says besides its items. */
  readonly also?: Also
  readonly load: (
    cmd: Command,
    filters: z.output<z.ZodObject<Filters>>,
    page: Page,
  ) => Promise<Paged<z.output<Item>> & z.output<z.ZodObject<Also>>>
  /** How many rows the filters leave: where it is cheap, the list can be asked for by page number, too. */
  readonly count?: (cmd: Command, filters: z.output<z.ZodObject<Filters>>) => Promise<number>
  /** Filters that may hold a secret: the audit log says only that they were given. */
  readonly redacted?: readonly string[]
}

/** Records the export in the audit log; called before the file is streamed. */
export type TellExport = (
  cmd: Command,
  exported: {
    readonly list: string
    readonly permission: Permission
    readonly asked: Record<string, unknown>
  },
) => Promise<void>

const perPage = 500

/** The two routes of a list: its pages, and the whole of it as CSV under the same filters and sort. */
export function listRoutes<Filters extends Shape, Item extends z.ZodObject, Also extends Shape>(
  path: string,
  list: List<Filters, Item, Also>,
  tell: TellExport,
): readonly [pages: Route, file: Route] {
  const columns = columnsOf(list.item)
  const file = get(
    `${path}/export`,
    {
      summary: `${list.summary}: the whole list as CSV; audited`,
      who: list.permission,
      limit: 'export',
      query: z.strictObject({ ...list.filters, sort: pageSorted(list.sorts).sort, language: fileLanguage }),
      data: csvMedia(columns.join(', ')),
    },
    async ({ cmd, query }) => {
      const { language, sort, ...filters } = query as Asked
      // Load the first page before auditing, so a failing query is not logged as an export.
      const read = (cursor?: string) => list.load(cmd, filters as never, { limit: perPage, cursor, sort })
      const first = await read()
      const { name, permission, redacted = [] } = list
      await tell(cmd, {
        list: name,
        permission,
        asked: said({ ...filters, ...(sort && { sort }) }, redacted),
      })
      return csvFile(cmd, name, chunksOf(columns, first, read, readerOf(cmd, language)))
    },
  )
  return [pagesOf(path, list), file]
}

function pagesOf<Filters extends Shape, Item extends z.ZodObject, Also extends Shape>(
  path: string,
  list: List<Filters, Item, Also>,
): Route {
  const { count } = list
  return get(
    path,
    {
      summary: list.summary,
      who: list.permission,
      query: z.strictObject({ ...list.filters, ...pageSorted(list.sorts), ...(count && pageNumbered) }),
      data: items(list.item).extend({ ...list.also, ...(count && numberedAnswer) }),
    },
    async ({ cmd, query }) => {
      const { cursor, limit, sort, page: number, page_size: size, ...filters } = query as Asked
      const isNumbered = number !== undefined || size !== undefined
      const page = { limit: size ?? limit, cursor, sort, ...(isNumbered && { number: number ?? 1 }) }
      const { nextCursor, ...answer } = await list.load(cmd, filters as never, page)
      if (!isNumbered || !count) return { ...answer, next_cursor: nextCursor }
      const total = await count(cmd, filters as never)
      const total_pages = Math.ceil(total / page.limit)
      return { ...answer, next_cursor: nextCursor, total, total_pages }
    },
  )
}

/** What a page by number says besides its items. */
const numberedAnswer = { total: z.int().optional(), total_pages: z.int().optional() }

type Asked = Record<string, unknown> & {
  limit: number
  cursor?: string
  page?: number
  page_size?: number
  sort?: string
  language?: CsvReader['language']
}
type Item = Readonly<Record<string, unknown>>

const said = (asked: Record<string, unknown>, redacted: readonly string[]) =>
  Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [name, redacted.includes(name) ? '…' : value]),
  )

async function* chunksOf(
  columns: readonly string[],
  first: Paged<Item>,
  read: (cursor: string) => Promise<Paged<Item>>,
  reader: CsvReader | undefined,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(csvHeader(columns, reader))
  for (let page = first; ; page = await read(page.nextCursor)) {
    if (page.items.length > 0)
      yield encoder.encode(page.items.map((item) => csvLine(cellsOf(item, columns), reader)).join(''))
    if (page.nextCursor === null) return
  }
}

/** The fields of an item, those of an object in it as `actor.name`. */
const columnsOf = (item: z.ZodObject, within = ''): string[] =>
  Object.entries(item.shape).flatMap(([name, field]) =>
    field instanceof z.ZodObject ? columnsOf(field, `${within}${name}.`) : [within + name],
  )

const cellsOf = (item: Item, columns: readonly string[]): Cell[] =>
  columns.map((column) => cellOf(column.split('.').reduce<unknown>((at, name) => (at as Item)[name], item)))

// A time, as every item of a list has it.
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' && rfc3339.test(value)) return new Date(value)
  return typeof value === 'object' ? JSON.stringify(value) : (value as Cell)
}
