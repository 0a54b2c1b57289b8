import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

// Counts and sums come as int8; they are far below 2^53 here, and numbers read better than strings.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** What runs SQL: the pool for reads, one connection inside a transaction. */
export interface Db {
  /** The typed query builder, for statements whose text depends on filters. */
  readonly orm: NodePgDatabase
  query<Row>(text: string, values: readonly unknown[], name?: string): Promise<Result<Row>>
}

export interface Result<Row> {
  readonly rows: Row[]
  readonly count: number
}

declare const inTx: unique symbol

/** A `Db` that is one open transaction. Only use cases get one, from `inTransaction`; every write demands it. */
export interface Tx extends Db {
  readonly [inTx]: true
  /** Lets the commit wait for a statement that was sent, and fail with it. */
  later(sent: Promise<unknown>): void
  /** Runs after the commit and before the caller is answered; never after a rollback. */
  afterCommit(work: () => Promise<void> | void): void
}

export interface Database extends Db {
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** The pool's size and patience, as the configuration names them. */
export interface PoolSettings {
  readonly max_connections: number
  readonly min_connections: number
  readonly idle_timeout_secs: number
  readonly max_lifetime_secs: number
  readonly acquire_timeout_secs: number
}

export interface DatabaseOptions extends PoolSettings {
  readonly url: string
  /** Told of a connection that broke while idle; the pool replaces it. */
  readonly onError: (error: Error) => void
}

/**
 * A connection whose end nobody has to listen for: its statements fail, which says enough. PostgreSQL may end it in the very
 * packet that makes it free, when a pool listens no more, and the caller that gets it not yet; unheard, that error would end
 * the process.
 */
export class Connection extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config)
    this.on('error', () => undefined)
  }
}

export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    Client: Connection,
    max: options.max_connections,
    min: options.min_connections,
    idleTimeoutMillis: options.idle_timeout_secs * 1000,
    maxLifetimeSeconds: options.max_lifetime_secs,
    connectionTimeoutMillis: options.acquire_timeout_secs * 1000,
    application_name: 'lessor',
    keepAlive: true,
    // What a transaction needn't wait for travels with what comes next.
    pipeline: true,
  })
  pool.on('error', options.onError)
  const db = dbOver(pool)
  const query: Db['query'] = async (text, values, name) => {
    for (;;) {
      try {
        return await db.query(text, values, name)
      } catch (error) {
        if (!isStale(error)) throw error
      }
    }
  }
  return { ...db, query, pool, close: () => pool.end() }
}

/** Deadlocks and serialization failures: PostgreSQL asks to run the transaction again. */
export const isTransient = (error: unknown) => ['40001', '40P01'].includes(sqlStateOf(error))

/**
 * A newer process added a column to a table that this connection has prepared `select *` of. It happens once for each
 * connection that was open then, before anything was done: the pool drops that connection, and the next one will do.
 */
export const isStale = (error: unknown): error is pg.DatabaseError =>
  error instanceof pg.DatabaseError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery'

/** The SQLSTATE of a database error, '' for anything else. */
export function sqlStateOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  // Only what PostgreSQL itself said: the operating system's EPIPE looks like one, too.
  return cause instanceof pg.DatabaseError ? (cause.code ?? '') : ''
}

/**
 * Whether PostgreSQL refused what a statement was given (classes 22, 23 and 54: values, constraints, sizes), so that it
 * will refuse it again; anything else may pass later.
 */
export const isValueRefused = (error: unknown): boolean => /^(22|23|54)/.test(sqlStateOf(error))

/** The unique or check constraint that a statement ran into, '' for anything else. */
export function constraintOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  const constraint = (cause as { constraint?: unknown } | null)?.constraint
  return typeof constraint === 'string' ? constraint : ''
}

/** What runs SQL on a connection of its own, or on any of a pool. */
export function dbOver(runner: pg.Pool | pg.PoolClient | pg.Client): Db {
  let orm: NodePgDatabase | undefined
  return {
    get orm() {
      return (orm ??= drizzle({ client: runner }))
    },
    async query<Row>(text: string, values: readonly unknown[], name?: string) {
      const asked = runner.query({ ...(name && { name }), text, values: values as unknown[] })
      const result = await asked.catch((error: Error) => {
        // For the log, which holds nothing else of a statement.
        throw Object.assign(error, { statement: name })
      })
      return { rows: result.rows as Row[], count: result.rowCount ?? 0 }
    },
  }
}
