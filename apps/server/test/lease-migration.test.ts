import { newId } from '@lessor/kit'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { vipProductId } from '../src/modules/leasing/catalog/index.ts'
import { migrateDatabase, migrationsFolder } from '../src/platform/migrations.ts'
import { freshDatabase } from './harness.ts'
import { allSteps, clientOf, databaseBefore, folderOf } from './steps-before.ts'

const first = '_lease_terms'
const files = allSteps.filter((file) => /_lease_(terms|checks|holdings|holding)\.sql$/.test(file))

const textOf = (file: string) => readFile(join(migrationsFolder, file), 'utf8')
const statementsOf = async (file: string) => (await textOf(file)).split('--> statement-breakpoint')
const places = await Promise.all(
  files.map(async (file) => (await statementsOf(file)).map((_, at) => ({ file, at }))),
)

const schema = `
  select conrelid::regclass || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
  where conrelid::regclass::text like 'leases_%' and contype <> 'n'
  union select pg_get_indexdef(indexrelid) || indisvalid from pg_index where indrelid::regclass::text like 'leases_%'
  union select attrelid::regclass || attname || attnotnull from pg_attribute
  where attrelid::regclass::text in ('leases_lease', 'leases_entry') and attnum > 0
  order by line`

const insertLease = `
  insert into leases_lease (id, account_id, product_id, timeline, created_at, updated_at)
  values ($1, $2, '${vipProductId}', '[]', '2026-01-02T03:04:05Z', now()) on conflict (account_id, product_id) do nothing`

async function newAccount(client: pg.Client): Promise<string> {
  const id = newId()
  const insert =
    'insert into accounts_account (id, username, username_key, created_at) values ($1, $2, $2, now())'
  await client.query(insert, [id, `a${id}`])
  return id
}

test.each(places.flat())(
  'a process killed in $file before statement $at leaves what the next one can continue',
  async ({ file, at }) => {
    const { url, client } = await databaseBefore(first)
    await client.query(insertLease, [newId(), await newAccount(client)])
    const folder = await folderOf(allSteps.slice(0, allSteps.indexOf(file)))
    const kill = 'select pg_terminate_backend(pg_backend_pid())'
    const cut = [
      ...(await statementsOf(file)).slice(0, at),
      at === 0 ? `${apartOf(await textOf(file))}${kill}` : kill,
    ]
    await writeFile(join(folder, file), cut.join('--> statement-breakpoint\n'))
    await expect(migrateDatabase(url, folder)).rejects.toThrow(file.replace('.sql', ''))
    await migrateDatabase(url)
    const whole = await clientOf(await freshDatabase())
    expect((await client.query(schema)).rows).toEqual((await whole.query(schema)).rows)
    const { rows } = await client.query('select holding, starts_at, anchor_at, closed_at from leases_lease')
    const startsAt = new Date('2026-01-02T03:04:05Z')
    expect(rows).toEqual([{ holding: null, starts_at: startsAt, anchor_at: null, closed_at: null }])
  },
)

const apartOf = (text: string) => (text.startsWith('-- apart') ? '-- apart\n' : '')

test('first leases that a program of before makes at once are one, and none of its statements fails', async () => {
  const url = await freshDatabase()
  const clients = await Promise.all(Array.from({ length: 6 }, () => clientOf(url)))
  const [client] = clients as [pg.Client]
  for (let round = 0; round < 100; round++) {
    const account = await newAccount(client)
    await Promise.all(clients.map((each) => each.query(insertLease, [newId(), account])))
  }
  const { rows } = await client.query('select count(*)::int as leases from leases_lease')
  expect(rows).toEqual([{ leases: 100 }])
})
