import { getTableColumns, type Table } from 'drizzle-orm'
import type { Db } from './db.ts'

type Named = Readonly<Record<string, unknown>>

/**
 * One fixed SQL statement, prepared once per connection. `$name` places take the fields of the parameters;
 * a row's columns come back in camelCase. The text is sent only the first time, and nothing is ever spliced into it.
 */
export interface Statement<P extends object, Row> {
  readonly name: string
  /** As PostgreSQL sees it, for the benchmarks' reference. */
  readonly text: string
  all(db: Db, params: P): Promise<Row[]>
  /** The first row, or undefined where there is none. */
  first(db: Db, params: P): Promise<Row | undefined>
  /** The one row that this statement always has. */
  one(db: Db, params: P): Promise<Row>
  /** How many rows it changed. */
  run(db: Db, params: P): Promise<number>
  values(params: P): unknown[]
}

export function statement<P extends object = Record<string, never>, Row = never>(
  name: string,
  sql: string,
): Statement<P, Row> {
  const order: string[] = []
  const text = sql.replace(/\$([a-z]\w*)/gi, (_, param: string) => {
    const at = order.indexOf(param)
    return `$${at < 0 ? order.push(param) : at + 1}`
  })
  const values = (params: P) => order.map((param) => (params as Named)[param] ?? null)
  const names = new Map<string, string>()
  const all = async (db: Db, params: P) => {
    const { rows } = await db.query<Named>(text, values(params), name)
    return rows.map((row) => camelCased<Row>(row, names))
  }
  return {
    name,
    text,
    values,
    all,
    first: async (db, params) => (await all(db, params))[0],
    one: async (db, params) => {
      const [row] = await all(db, params)
      if (row === undefined) throw new Error(`The statement ${name} found no row`)
      return row
    },
    run: async (db, params) => (await db.query(text, values(params), name)).count,
  }
}

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
