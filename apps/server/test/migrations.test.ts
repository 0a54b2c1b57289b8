import { newId } from '@lessor/kit'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { migrateDatabase } from '../src/platform/migrations.ts'
import { emptyDatabase } from './harness.ts'

const folder = join(import.meta.dirname, '../migrations')

/** An empty database brought to where a release of before `tag` left it, and the steps that it lacks. */
async function databaseBefore(tag: string) {
  const old = await mkdtemp(join(tmpdir(), 'lessor-migrations-'))
  onTestFinished(() => rm(old, { recursive: true }))
  await cp(folder, old, { recursive: true })
  const path = join(old, 'meta/_journal.json')
  const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: { tag: string }[] }
  const at = journal.entries.findIndex((entry) => entry.tag === tag)
  await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }))
  const url = await emptyDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  await migrate(drizzle({ client }), { migrationsFolder: old })
  return { url, client, missing: journal.entries.length - at }
}

test('mailed codes of before their table was renamed are all there, under its rules', async () => {
  const { url, client, missing } = await databaseBefore('0004_mail_codes')
  const [id, account] = [newId(), newId()]
  await client.query(
    `insert into accounts_account (id, username, username_key, created_at) values ($1, 'amy', 'amy', now())`,
    [account],
  )
  const { rows: before } = await client.query(
    `insert into accounts_mail_code (id, account_id, purpose, email_key, code_hash, expires_at, created_at)
     values ($1, $2, 'verify_email', 'amy@example.org', '\\x01', now(), now()) returning *`,
    [id, account],
  )
  expect(await migrateDatabase(url)).toBe(missing)
  expect((await client.query('select * from mail_codes_code')).rows).toEqual(before)
  const { rows } = await client.query<{ name: string }>(
    `select conname as name from pg_constraint where conrelid = 'mail_codes_code'::regclass
     union select indexrelid::regclass::text from pg_index where indrelid = 'mail_codes_code'::regclass`,
  )
  expect(rows.length).toBeGreaterThan(6)
  expect(rows.filter(({ name }) => !name.startsWith('mail_codes_code_'))).toEqual([])
})
