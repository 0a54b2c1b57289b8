import { newId } from '@lessor/kit'
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrateDatabase, migrations } from '../src/platform/migrations.ts'
import { emptyDatabase } from './harness.ts'
import { allSteps as all, clientOf, databaseBefore, folderOf } from './steps-before.ts'

test('mailed codes of before their table was renamed are all there, under its rules', async () => {
  const { url, client, missing } = await databaseBefore('_mail_codes')
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
  expect((await client.query('select * from mail_codes_code')).rows).toMatchObject(before)
  const { rows } = await client.query<{ name: string }>(
    `select conname as name from pg_constraint where conrelid = 'mail_codes_code'::regclass
     union select indexrelid::regclass::text from pg_index where indrelid = 'mail_codes_code'::regclass`,
  )
  expect(rows.length).toBeGreaterThanOrEqual(6)
  expect(rows.filter(({ name }) => !name.startsWith('mail_codes_code_'))).toEqual([])
})

test('a session of before, or of an older program beside this one, is a browser where it has no slot', async () => {
  const { url, client } = await databaseBefore('_session_kind')
  const account = newId()
  await client.query(
    `insert into accounts_account (id, username, username_key, created_at) values ($1, 'bo', 'bo', now())`,
    [account],
  )
  const open = (slot: number | null, token: string) =>
    client.query(
      `insert into sessions_session (id, account_id, slot, token_hash, hardware_code, software_version, ip, user_agent,
         created_at, last_activity_at, due_at) values ($1, $2, $3, $4, '', '', '', '', now(), now(), now())`,
      [newId(), account, slot, token],
    )
  await open(1, 'a')
  await open(null, 'b')
  await migrateDatabase(url)
  await open(2, 'c')
  await open(null, 'd')
  const { rows } = await client.query('select kind, slot from sessions_session order by token_hash')
  const kinds = ['device 1', 'browser null', 'device 2', 'browser null']
  expect(rows.map(({ kind, slot }) => `${kind} ${slot}`)).toEqual(kinds)
  const seated = client.query(`update sessions_session set kind = 'browser' where slot = 1`)
  await expect(seated).rejects.toMatchObject({ constraint: 'sessions_session_kind' })
})

test("a database made by drizzle's migrator continues at its step", async () => {
  const first = all.slice(0, 7)
  const [url, folder] = [await emptyDatabase(), await folderOf(first)]
  const client = await clientOf(url)
  // As that migrator left it: the steps' tables, and a note of each by the hash of its text.
  await client.query(
    'create schema drizzle; create table drizzle.__drizzle_migrations (id serial, hash text, created_at bigint)',
  )
  for (const file of first) {
    const text = await readFile(join(folder, file), 'utf8')
    await client.query(text)
    const hash = createHash('sha256').update(text).digest('hex')
    await client.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, 0)', [hash])
  }
  expect(await migrateDatabase(url)).toBe(all.length - first.length)
  expect((await migrations(client)).filter(({ applied }) => !applied)).toEqual([])
})

test('steps written in parallel are applied whatever the order in which they are merged', async () => {
  const [url, folder] = [await emptyDatabase(), await folderOf([])]
  const write = (name: string, sql: string) => writeFile(join(folder, `${name}.sql`), sql)
  await write('20300102000000_theirs', 'create table theirs (id int)')
  expect(await migrateDatabase(url, folder)).toBe(1)
  await write('20300101000000_ours', 'create table ours (id int)')
  expect(await migrateDatabase(url, folder)).toBe(1)
  const { rows } = await (await clientOf(url)).query(`select to_regclass('ours') as ours`)
  expect(rows).toEqual([{ ours: 'ours' }])
})

test('a step that fails leaves nothing of itself, keeps those before it, and is named', async () => {
  const [url, folder] = [await emptyDatabase(), await folderOf([])]
  await writeFile(join(folder, '1_good.sql'), 'create table good (id int)')
  await writeFile(join(folder, '2_bad.sql'), 'create table half (id int); create table half (id int)')
  await expect(migrateDatabase(url, folder)).rejects.toThrow('2_bad')
  const { rows } = await (
    await clientOf(url)
  ).query(`select to_regclass('good') as good, to_regclass('half') as half`)
  expect(rows).toEqual([{ good: 'good', half: null }])
})

test('a step that waits for other transactions blocks no query, and is applied when they are over', async () => {
  const [url, folder] = [await emptyDatabase(), await folderOf([])]
  const [reader, other] = [await clientOf(url), await clientOf(url)]
  await reader.query('create table read (id int); create table written (id int)')
  await writeFile(join(folder, '1_change.sql'), 'alter table read add n int; alter table written add n int')
  await reader.query('begin; select from written')
  let isOver = false
  const migrated = migrateDatabase(url, folder).finally(() => (isOver = true))
  for (const until = Date.now() + 3_000; Date.now() < until;) {
    const began = Date.now()
    await other.query('select from read; select from written')
    expect(Date.now() - began).toBeLessThan(2_000)
  }
  expect(isOver).toBe(false)
  // A deadlock with the step, if it didn't let go.
  await reader.query('select from read; commit')
  expect(await migrated).toBe(1)
})

const writtenWhile = `-- apart
  drop index concurrently if exists written_n;
  --> statement-breakpoint
  create index concurrently written_n on written (n);
  --> statement-breakpoint
  drop index concurrently if exists written_m;
  --> statement-breakpoint
  create unique index concurrently written_m on written (m);`
const indexesOf = async (client: Awaited<ReturnType<typeof clientOf>>) =>
  (
    await client.query<{ name: string }>(
      `select indexrelid::regclass::text as name from pg_index where indrelid = 'written'::regclass and indisvalid`,
    )
  ).rows.map(({ name }) => name)

test('indexes that are built concurrently let others write meanwhile, also while other processes start', async () => {
  const [url, folder] = [await emptyDatabase(), await folderOf([])]
  const [writer, other] = [await clientOf(url), await clientOf(url)]
  await writer.query('create table written (n int, m serial)')
  await writeFile(join(folder, '1_indexes.sql'), writtenWhile)
  await writer.query('begin; insert into written values (1)')
  let over = 0
  const migrated = [1, 2, 3].map(() => migrateDatabase(url, folder).finally(() => over++))
  for (const until = Date.now() + 1_500; Date.now() < until;) {
    const began = Date.now()
    await other.query('insert into written values (2)')
    expect(Date.now() - began).toBeLessThan(500)
  }
  expect(over).toBe(0)
  await writer.query('commit')
  expect((await Promise.all(migrated)).sort()).toEqual([0, 0, 1])
  expect(await indexesOf(other)).toEqual(['written_n', 'written_m'])
})

test('an index whose build was interrupted is built again', async () => {
  const [url, folder] = [await emptyDatabase(), await folderOf([])]
  const client = await clientOf(url)
  await client.query('create table written (n int, m int); insert into written values (1, 1), (2, 1)')
  await writeFile(join(folder, '1_indexes.sql'), writtenWhile)
  await expect(migrateDatabase(url, folder)).rejects.toThrow('1_indexes')
  expect(await indexesOf(client)).toEqual(['written_n'])
  await client.query('update written set m = n')
  expect(await migrateDatabase(url, folder)).toBe(1)
  expect((await indexesOf(client)).sort()).toEqual(['written_m', 'written_n'])
})
