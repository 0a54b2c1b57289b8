import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { migrateDatabase, migrationsFolder } from '../src/platform/migrations.ts'
import { emptyDatabase } from './harness.ts'

/** The files of every step, in the order in which they are applied. */
export const allSteps = (await readdir(migrationsFolder)).filter((file) => file.endsWith('.sql')).sort()

/** A folder with some of this program's steps. */
export async function folderOf(files: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lessor-migrations-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const file of files) await cp(join(migrationsFolder, file), join(folder, file))
  return folder
}

export async function clientOf(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

/** An empty database brought to where a release of before the step `name` left it, and the steps that it lacks. */
export async function databaseBefore(name: string) {
  const at = allSteps.findIndex((file) => file.includes(name))
  const url = await emptyDatabase()
  await migrateDatabase(url, await folderOf(allSteps.slice(0, at)))
  return { url, client: await clientOf(url), missing: allSteps.length - at }
}
