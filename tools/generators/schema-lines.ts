import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrateDatabase } from '../../apps/server/src/platform/migrations.ts'
import { startEmbeddedPostgres } from '../../apps/server/src/platform/postgres/embedded.ts'

/** Every column, constraint and index of the tables, a line each; not the migrator's own notes, triggers and functions. */
const schemaLines = `
with held as (
  select oid, relname from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'platform_migration')
select format('column %s.%s %s%s%s%s%s', relname, attname, format_type(atttypid, atttypmod),
    case when attnotnull then ' not null' end, ' default ' || pg_get_expr(adbin, adrelid),
    ' identity ' || nullif(attidentity::text, ''), ' generated ' || nullif(attgenerated::text, '')) as line
  from pg_attribute join held on held.oid = attrelid
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attnum > 0 and not attisdropped
union all select format('constraint %s %s %s', relname, conname, pg_get_constraintdef(c.oid))
  from pg_constraint c join held on held.oid = conrelid where contype <> 'n'
union all select pg_get_indexdef(indexrelid) from pg_index join held on held.oid = indrelid`

/** A PostgreSQL of its own, with room for the two databases that are compared. */
export async function openComparison() {
  const dataDir = await mkdtemp(join(tmpdir(), 'lessor-schema-'))
  const postgres = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' }, log: () => undefined })
  const linesOf = async (url: string, statements: readonly string[] = []) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    for (const statement of statements) await client.query(statement)
    const { rows } = await client.query<{ line: string }>(schemaLines)
    await client.end()
    return new Set(rows.map(({ line }) => line))
  }
  const fresh = async () => {
    await linesOf(postgres.adminUrl, ['create database fresh'])
    return postgres.adminUrl.replace(/\/\w+\?/, '/fresh?')
  }
  return {
    migrated: async (folder: string) => {
      await migrateDatabase(postgres.url, folder)
      return linesOf(postgres.url)
    },
    made: async (statements: readonly string[]) => linesOf(await fresh(), statements),
    close: async () => {
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Lines that only one side has, each with the side. */
export const differenceOf = (bySteps: Set<string>, byTables: Set<string>): string[] => [
  ...[...bySteps.difference(byTables)].map((line) => `only in the migrations: ${line}`),
  ...[...byTables.difference(bySteps)].map((line) => `only in table.ts: ${line}`),
]
