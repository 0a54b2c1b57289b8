import type { Database, Tx } from './db.ts'
import type { Purpose, Secrets } from './secrets.ts'
import { change, query } from './statement.ts'

/** A column whose values were sealed, and how to re-encrypt them with the newest key. */
export interface SealedColumn {
  readonly name: string
  /** What its values are sealed for. */
  readonly purpose: Purpose
  /** The size of its table in steps. */
  steps(db: Database): Promise<number>
  /** Re-encrypts what `key` sealed in one step of the table; answers the number of rows. */
  reseal(tx: Tx, secrets: Secrets, key: number, step: number): Promise<number>
  /** How many rows `key` still holds. */
  left(db: Database | Tx, key: number): Promise<number>
}

interface Options {
  readonly purpose: string
  readonly table: string
  readonly column: string
  /** SQL: what each value is bound to. */
  readonly bound?: string
  /** SQL, where the column isn't the sealed bytes themselves: how they are read of it, and written as `new.sealed`. */
  readonly read?: string
  readonly write?: string
  /** A column with a keyed hash of the sealed text, and what of the text is hashed. */
  readonly hash?: readonly [column: string, of: (text: string) => string]
}

interface Row {
  readonly at: string
  readonly bound: string
  readonly sealed: Buffer
}

// In blocks of 8 kB: a few thousand rows at once, without an index and without reading the table more than once.
const blocksPerStep = 64

const declared: SealedColumn[] = []

/** Those of every module that is loaded. */
export const sealedColumns = (): readonly SealedColumn[] => declared

/** Declares a sealed column, and with it what its values are sealed for. Its statements are named after table and column. */
export function sealedColumn(options: Options): SealedColumn {
  const made = columnOf(options)
  declared.push(made)
  return made
}

const sizeQuery = (name: string) =>
  query<{ table: string }, { blocks: number }>(
    `${name}.size`,
    `select ceil(pg_relation_size($table::regclass) / current_setting('block_size')::numeric)::int as blocks`,
  )

function columnOf({ table, column, bound = `''`, ...options }: Options): SealedColumn {
  const purpose = options.purpose as Purpose
  const { read = column, write = 'new.sealed', hash } = options
  const name = `${table}.${column}`
  const isOld = `substring(${read} from 1 for 1) = $prefix`
  const size = sizeQuery(name)
  const left = query<{ prefix: Buffer }, { rows: number }>(
    `${name}.left`,
    `select count(*)::int as rows from ${table} where ${isOld}`,
  )
  const inStep = change<{ prefix: Buffer; from: string; to: string }, Row>(
    `${name}.in_step`,
    `select ctid::text as at, ${bound} as bound, ${read} as sealed from ${table}
     where ctid >= $from::tid and ctid < $to::tid and ${isOld} for update`,
  )
  const save = change<{
    ats: readonly string[]
    seals: readonly Buffer[]
    hashes: readonly (Buffer | undefined)[]
  }>(
    `${name}.reseal`,
    `update ${table} set ${column} = ${write}${hash ? `, ${hash[0]} = new.hash` : ''}
     from unnest($ats::tid[], $seals::bytea[], $hashes::bytea[]) new (at, sealed, hash) where ${table}.ctid = new.at`,
  )
  return {
    name,
    purpose,
    steps: async (db) => Math.ceil((await size.one(db, { table })).blocks / blocksPerStep),
    left: async (db, key) => (await left.one(db, { prefix: Buffer.of(key) })).rows,
    reseal: async (tx, secrets, key, number) => {
      const [from, to] = [number, number + 1].map((at) => `(${at * blocksPerStep},0)`)
      const rows = await inStep.all(tx, { prefix: Buffer.of(key), from: from ?? '', to: to ?? '' })
      if (rows.length === 0) return 0
      const sealed = rows.map((row) => sealAgain(secrets, purpose, row, hash?.[1]))
      return save.run(tx, {
        ats: rows.map(({ at }) => at),
        seals: sealed.map((one) => one.sealed),
        hashes: sealed.map((one) => one.hash),
      })
    },
  }
}

function sealAgain(
  secrets: Secrets,
  purpose: Purpose,
  { bound, sealed }: Row,
  hashed: ((text: string) => string) | undefined,
) {
  const text = secrets.open(purpose, sealed, bound)
  return {
    sealed: secrets.seal(purpose, text, bound),
    hash: hashed && secrets.codeHashes(hashed(text.toString()))[0],
  }
}
