import { createHash, randomInt } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { Connection, sqlStateOf } from './db.ts'
import { besideOlderSessions, forgetOlderSessions } from './older-sessions.ts'
import { postgresTooOld, schemaNewer } from './refusals.ts'

/** Where the steps of this program are: `<date>_<name>.sql`, applied in the order of their names. */
export const migrationsFolder = join(import.meta.dirname, '../../migrations')

/** What `npm test` runs on beside the version that comes along. */
const oldestPostgres = 16

// Any fixed number: the lock that puts starting processes in line.
const lockId = 7_235_001

export interface Migration {
  readonly name: string
  readonly applied: boolean
}

/** What runs SQL here: a client of its own, the pool, or the connection for control traffic. */
interface Runner {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>
}

/** The first line of a step whose statements are each a transaction of their own, and may run again after a kill. */
const apart = '-- apart'
const betweenStatements = '--> statement-breakpoint'

/**
 * Brings the database to this program's schema; processes that start together do it once. Each step is one transaction
 * (unless it begins with `-- apart`) and is noted by its name, so that steps written in parallel may be merged in any
 * order. Answers how many were applied. Throws as `demandFit` does.
 */
export async function migrateDatabase(url: string, folder = migrationsFolder): Promise<number> {
  const client = new Connection({ connectionString: url })
  await client.connect()
  try {
    await demandFit(client, folder)
    const isMissing = (await pending(client, folder)).length > 0
    await takeTurn(client)
    if (isMissing) return await besideOlderSessions(client, () => applyAll(client, folder))
    await forgetOlderSessions(client)
    return 0
  } finally {
    await client.end()
  }
}

/** A statement that waited would be a transaction for which an index that is made beside others waits. */
async function takeTurn(client: pg.Client): Promise<void> {
  const ask = 'select pg_try_advisory_lock($1) as got'
  while (!(await client.query<{ got: boolean }>(ask, [lockId])).rows[0]?.got) await sleep(50)
}

async function applyAll(client: pg.Client, folder: string): Promise<number> {
  await openNotes(client, folder)
  const steps = await pending(client, folder)
  for (const name of steps) await apply(client, folder, name)
  return steps.length
}

/**
 * Refuses a database that this program can't work with: `postgres_too_old`, or `schema_newer` where a newer program has
 * taken steps. Checked at starts only: a running program keeps serving while a newer one adds to the schema.
 */
export async function demandFit(db: Runner, folder = migrationsFolder): Promise<void> {
  const { rows } = await db.query(`select current_setting('server_version_num')::int / 10000 as version`, [])
  const [{ version } = { version: 0 }] = rows as { version: number }[]
  if (version < oldestPostgres) throw postgresTooOld({ params: { version, oldest: oldestPostgres } })
  const ours = new Set(await stepsIn(folder))
  const [unknown] = [...(await notedIn(db)).difference(ours)].sort()
  if (unknown !== undefined) throw schemaNewer({ params: { name: unknown } })
}

/** Every step of this program, and whether the database has it. */
export async function migrations(db: Runner, folder = migrationsFolder): Promise<Migration[]> {
  const names = await stepsIn(folder)
  const done = await notedIn(db)
  return names.map((name) => ({ name, applied: done.has(name) }))
}

/** Resolves when the database answers and has every step; otherwise says what is missing. */
export async function demandMigrated(db: Runner): Promise<void> {
  const missing = await pending(db, migrationsFolder)
  if (missing.length > 0) throw new Error(`Migrations are missing: ${missing.join(', ')}`)
}

const pending = async (db: Runner, folder: string) =>
  (await migrations(db, folder)).filter((step) => !step.applied).map(({ name }) => name)

async function stepsIn(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql'))
  return files.map((file) => file.slice(0, -'.sql'.length)).sort()
}

async function notedIn(db: Runner): Promise<Set<string>> {
  const { rows: there } = await db.query(`select where to_regclass('platform_migration') is not null`, [])
  if (there.length === 0) return new Set()
  const { rows } = await db.query('select name from platform_migration', [])
  return new Set((rows as { name: string }[]).map(({ name }) => name))
}

/** Makes the table of notes. Drizzle's migrator, which applied the first steps, noted them by the hash of their text. */
async function openNotes(client: pg.Client, folder: string): Promise<void> {
  await client.query('begin')
  await client.query(
    `create table if not exists platform_migration (
       name text primary key, applied_at timestamptz(3) not null default now())`,
  )
  const { rows } = await client.query<{ is: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as is`,
  )
  if (rows[0]?.is)
    for (const name of await stepsIn(folder))
      await client.query(
        `insert into platform_migration (name)
         select $1 where exists (select from drizzle.__drizzle_migrations where hash = $2) on conflict do nothing`,
        [name, hashOf(await textOf(folder, name))],
      )
  await client.query('commit')
}

/** Applies a step, again when other processes' transactions were in its way: they run in between. */
async function apply(client: pg.Client, folder: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await applyOnce(client, folder, name)
    } catch (error) {
      if (attempt >= 100 || !isContended(error)) throw error
      await sleep(randomInt(50, 500))
    }
  }
}

/** A lock that was waited for too long (55P03), or a deadlock (40P01). */
const isContended = (error: unknown) => ['40P01', '55P03'].includes(sqlStateOf(error))

async function applyOnce(client: pg.Client, folder: string, name: string): Promise<void> {
  const text = await textOf(folder, name)
  try {
    await (text.startsWith(apart) ? applyApart(client, name, text) : applyWhole(client, name, text))
  } catch (error) {
    await client.query('rollback').catch(() => undefined) // the connection is lost, and with it what was begun
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}

async function applyWhole(client: pg.Client, name: string, text: string): Promise<void> {
  await client.query('begin')
  // Everybody who comes after waits behind a table's change that waits: for less than it takes to see a deadlock (1 s).
  await client.query(`set local lock_timeout = '500ms'`)
  await client.query(text)
  await note(client, name)
  await client.query('commit')
}

async function applyApart(client: pg.Client, name: string, text: string): Promise<void> {
  for (const statement of text.split(betweenStatements)) await client.query(statement)
  await note(client, name)
}

const note = (client: pg.Client, name: string) =>
  client.query('insert into platform_migration (name) values ($1)', [name])

const textOf = (folder: string, name: string) => readFile(join(folder, `${name}.sql`), 'utf8')
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
