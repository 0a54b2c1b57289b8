import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '../src/platform/migrations.ts'
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded.ts'
import { serverRole } from '../src/platform/postgres/socket-dir.ts'
import { programsOf, type OtherMajor } from './postgres-of.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** As its superuser. */
    postgresUrl: string
    /** The version to test on, where it isn't the one that the server brings. */
    otherPostgres?: OtherMajor
  }
}

/** One PostgreSQL per run and version, with a migrated template that every test file's database is cloned from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lessor-test-'))
  // Tests that kill databases start their own: this one may forget, and is faster so.
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '300',
  }
  const { otherPostgres: major } = project.config.provide ?? {}
  const programs = major ? { programs: programsOf(major) } : {}
  const postgres = await startEmbeddedPostgres({ dataDir, settings, log: () => undefined, ...programs })
  const client = new pg.Client({ connectionString: postgres.adminUrl })
  await client.connect()
  await client.query(`create database lessor_template owner ${serverRole}`)
  await client.end()
  const template = withDatabase(postgres.url, 'lessor_template')
  await migrateDatabase(template)
  const boss = new PgBoss({ connectionString: template, supervise: false, schedule: false })
  await boss.start()
  await boss.stop({ graceful: false })
  project.provide('postgresUrl', postgres.adminUrl)
  return async () => {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** The same PostgreSQL, another database, as the role that the server has. */
export function withDatabase(url: string, name: string): string {
  return url.replace(/\w+@\/\w+\?/, `${serverRole}@/${name}?`)
}
