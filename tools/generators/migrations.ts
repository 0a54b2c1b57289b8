import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { differenceOf, openComparison } from './schema-lines.ts'
import type { Generator } from './generator.ts'

type Snapshot = ReturnType<typeof generateDrizzleJson>

/**
 * The SQL that brings a database to the tables as they are written in the table.ts files below `server`.
 * PostgreSQL tells whether a step is missing: a database of all steps against one made of the tables alone.
 * `snapshot.json`, the tables as of the newest step, only serves to write the next step; after a merge either side will do.
 */
export const migrationsOf = (server: string): Generator => ({
  name: 'migrations',
  write: async (name = 'change') => {
    const tables = await tablesIn(server)
    if ((await missing(server, tables)).length > 0) {
      const steps = await generateMigration(await snapshotOf(server), tables)
      if (steps.length === 0)
        throw new Error(
          `The steps make other tables than table.ts: ${(await missing(server, tables)).join('\n')}`,
        )
      await writeFile(join(folderOf(server), `${dateNow()}_${name}.sql`), `${steps.join('\n\n')}\n`)
    }
    await writeFile(snapshotPath(server), textOf(tables))
  },
  drift: async () => {
    const tables = await tablesIn(server)
    const lines = await missing(server, tables)
    if (lines.length > 0) return `a table.ts changed and no migration says so (${lines.join('; ')})`
    const written = await readFile(snapshotPath(server), 'utf8').catch(() => '')
    return written === textOf(tables) ? undefined : 'snapshot.json is not of the tables as they are'
  },
})

const folderOf = (server: string) => join(server, 'migrations')
const snapshotPath = (server: string) => join(folderOf(server), 'snapshot.json')

const snapshotOf = async (server: string) =>
  JSON.parse(await readFile(snapshotPath(server), 'utf8')) as Snapshot

/** 20261129081500: steps are applied in the order of their names. */
const dateNow = () => new Date().toISOString().replace(/\D/g, '').slice(0, 14)

const noId = '00000000-0000-0000-0000-000000000000'
const textOf = (tables: Snapshot) => `${JSON.stringify(tables, undefined, 2)}\n`

/** Wherever its group stands: the snapshot keeps its order when a module moves. */
const byModule = (a: string, b: string) => basename(dirname(a)).localeCompare(basename(dirname(b)), 'en')

async function tablesIn(server: string): Promise<Snapshot> {
  const files = await Array.fromAsync(glob('src/{platform,modules/**}/table.ts', { cwd: server }))
  const exported = await Promise.all(
    files.toSorted(byModule).map((file) => import(join(server, file)) as Promise<object>),
  )
  // Two modules may give their tables the same name in TypeScript.
  const all = exported.flatMap((module, at) =>
    Object.entries(module).map(([name, value]) => [`${at}.${name}`, value as unknown] as const),
  )
  return { ...generateDrizzleJson(Object.fromEntries(all), noId), id: noId }
}

/** What a database made by the steps and one made of the tables alone don't have in common; nothing when they agree. */
async function missing(server: string, tables: Snapshot): Promise<string[]> {
  const nothing = generateDrizzleJson({})
  const comparison = await openComparison()
  try {
    const bySteps = await comparison.migrated(folderOf(server))
    const byTables = await comparison.made(await generateMigration(nothing, tables))
    return differenceOf(bySteps, byTables)
  } finally {
    await comparison.close()
  }
}
