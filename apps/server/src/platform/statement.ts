import { getTableColumns, type Table } from 'drizzle-orm'
import type { Db, Tx } from './db.ts'

type Named = Readonly<Record<string, unknown>>

/** One fixed SQL text with a name: prepared once per connection, and nothing is ever spliced into it. */
export interface Statement<P extends object> {
  readonly name: string
  /** As PostgreSQL sees it. */
  readonly text: string
  /** The modules whose tables it reads besides those of its own. */
  readonly reads: readonly string[]
  values(params: P): unknown[]
}

/** A statement that reads. `$name` places take the fields of the parameters; a row's columns come back in camelCase. */
export interface Query<P extends object, Row> extends Statement<P> {
  all(db: Db, params: P): Promise<Row[]>
  /** The first row, or undefined where there is none. */
  first(db: Db, params: P): Promise<Row | undefined>
  /** The one row that this statement always has. */
  one(db: Db, params: P): Promise<Row>
}

/** A statement that writes or locks: only a transaction runs it. */
export interface Change<P extends object, Row> extends Statement<P> {
  all(tx: Tx, params: P): Promise<Row[]>
  /** The first row, or undefined where there is none. */
  first(tx: Tx, params: P): Promise<Row | undefined>
  /** The one row that this statement always has. */
  one(tx: Tx, params: P): Promise<Row>
  /** How many rows it changed. */
  run(tx: Tx, params: P): Promise<number>
  /**
   * Sends it without waiting for its answer, which nothing depends on: it travels with what is sent next, the commit at
   * the latest, and its error fails the transaction. Throws for a value that can't be sent.
   */
  later(tx: Tx, params: P): void
}

/**
 * A change that is a whole transaction by itself: signs of life, counters, a background job's marks. No use case decides
 * by it, and nothing has to commit with it.
 */
export interface Standalone<P extends object, Row> extends Query<P, Row> {
  /** How many rows it changed. */
  run(db: Db, params: P): Promise<number>
}

/** Every statement that a loaded file declares, by name. */
export const declared = new Map<string, Statement<never>>()

const writes =
  /\b(insert\s+into|update\s+\S+\s+(\w+\s+)?set|delete\s+from|for\s+(no\s+key\s+)?update|for\s+(key\s+)?share|lock\s+table|truncate)\b/i

/** Declares a statement that reads; `reads` names other modules whose tables it reads, too. */
export function query<P extends object = Record<string, never>, Row = never>(
  name: string,
  sql: string,
  { reads = [] }: { readonly reads?: readonly string[] } = {},
): Query<P, Row> {
  if (writes.test(sql)) throw new Error(`The query ${name} writes or locks: declare it as a change`)
  const fixed = declare<P>(name, sql, reads)
  return { ...fixed, ...readers<P, Row>(fixed) }
}

/** Declares a statement that writes or locks. */
export function change<P extends object = Record<string, never>, Row = never>(
  name: string,
  sql: string,
): Change<P, Row> {
  const fixed = declare<P>(name, sql, [])
  return {
    ...fixed,
    ...readers<P, Row>(fixed),
    run: async (tx, params) => (await tx.query(fixed.text, fixed.values(params), name)).count,
    later: (tx, params) => {
      const values = fixed.values(params)
      for (const value of values)
        if (!isSendable(value)) throw new TypeError(`${name}: a value can't be sent`)
      tx.later(tx.query(fixed.text, values, name))
    },
  }
}

/** Declares a change that runs by itself. */
export function standalone<P extends object = Record<string, never>, Row = never>(
  name: string,
  sql: string,
): Standalone<P, Row> {
  const fixed = declare<P>(name, sql, [])
  const run = async (db: Db, params: P) => (await db.query(fixed.text, fixed.values(params), name)).count
  return { ...fixed, ...readers<P, Row>(fixed), run }
}

function declare<P extends object>(name: string, sql: string, reads: readonly string[]): Statement<P> {
  const order: string[] = []
  const text = sql.replace(/\$([a-z]\w*)/gi, (_, param: string) => {
    const at = order.indexOf(param)
    return `$${at < 0 ? order.push(param) : at + 1}`
  })
  const values = (params: P) => order.map((param) => (params as Named)[param] ?? null)
  const statement = { name, text, reads, values }
  declared.set(name, statement)
  return statement
}

type Readers<P extends object, Row> = Pick<Query<P, Row>, 'all' | 'first' | 'one'>

function readers<P extends object, Row>({ name, text, values }: Statement<P>): Readers<P, Row> {
  const names = new Map<string, string>()
  const all = async (db: Db, params: P) => {
    const { rows } = await db.query<Named>(text, values(params), name)
    return rows.map((row) => camelCased<Row>(row, names))
  }
  return {
    all,
    first: async (db, params) => (await all(db, params))[0],
    one: async (db, params) => {
      const [row] = await all(db, params)
      if (row === undefined) throw new Error(`The statement ${name} found no row`)
      return row
    },
  }
}

/** What the driver sends without running code that may throw. */
const isSendable = (value: unknown): boolean =>
  value === null ||
  typeof value !== 'object' ||
  value instanceof Date ||
  Buffer.isBuffer(value) ||
  (Array.isArray(value) && value.every(isSendable))

function camelCased<Row>(row: Named, names: Map<string, string>): Row {
  const out: Record<string, unknown> = {}
  for (const column in row) {
    let name = names.get(column)
    if (name === undefined) {
      name = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
      names.set(column, name)
    }
    out[name] = row[column]
  }
  return out as Row
}

/**
 * A table's columns by name, for `select` and `returning`. Never `*`: a column that a newer process adds would change what
 * an older one's prepared statement answers, and PostgreSQL refuses that.
 */
export const columnsOf = (table: Table, alias = ''): string =>
  Object.values(getTableColumns(table))
    .map(({ name }) => (alias ? `${alias}.${name}` : name))
    .join(', ')
