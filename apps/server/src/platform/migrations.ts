import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Db } from './db.ts'
import { statement } from './statement.ts'

const folder = join(import.meta.dirname, '../../migrations')

// Any fixed number: the lock that puts starting processes in line.
const lockId = 7_235_001

/** Brings the database to this program's schema; processes that start together do it once. Answers how many steps were taken. */
export async function migrateDatabase(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    if ((await pending(clientDb(client))) === 0) return 0
    await client.query('select pg_advisory_lock($1)', [lockId])
    const steps = await pending(clientDb(client))
    if (steps > 0) await migrate(drizzle({ client }), { migrationsFolder: folder })
    return steps
  } finally {
    await client.end()
  }
}

const applied = statement<Record<string, never>, { tag: string; at: number }>(
  'platform.migrations',
  'select hash as tag, created_at as at from drizzle.__drizzle_migrations order by created_at',
)

export interface Migration {
  readonly name: string
  readonly applied: boolean
}

/** Every step of this program, and whether the database has it. */
export async function migrations(db: Db): Promise<Migration[]> {
  const { entries } = JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string; when: number }[]
  }
  const { rows } = await db.query<{ there: string | null }>(
    `select to_regclass('drizzle.__drizzle_migrations') as there`,
    [],
  )
  const done = rows[0]?.there ? new Set((await applied.all(db, {})).map(({ at }) => at)) : new Set<number>()
  return entries.map(({ tag, when }) => ({ name: tag, applied: done.has(when) }))
}

/** Resolves when the database answers and has every step; otherwise says what is missing. */
export async function demandMigrated(db: Db): Promise<void> {
  const missing = (await migrations(db)).filter((step) => !step.applied)
  if (missing.length > 0)
    throw new Error(`Migrations are missing: ${missing.map(({ name }) => name).join(', ')}`)
}

const pending = async (db: Db) => (await migrations(db)).filter((step) => !step.applied).length

const clientDb = (client: pg.Client): Db => ({
  orm: drizzle({ client }),
  query: async (text, values) => {
    const result = await client.query(text, [...values])
    return { rows: result.rows as never[], count: result.rowCount ?? 0 }
  },
})
