import { newId } from '@lessor/kit'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, ownerCookie } from '../../../../../test/calls.ts'
import { testApp, testAppForThis, type TestApp } from '../../../../../test/harness.ts'
import { migrationsFolder } from '../../../../platform/migrations.ts'
import { vipProductId } from '../../catalog/index.ts'

let app: TestApp
beforeAll(async () => (app = await testApp()))
afterAll(() => app.stop())

/** As a program of before makes an account: it knows nothing of who never held time. */
async function anAccount({ services: { db } }: TestApp, name: string): Promise<string> {
  const id = newId()
  await db.query('insert into accounts_account (id, username, username_key, created_at) values ($1, $2, $2, now())', [id, name]) // prettier-ignore
  return id
}

const emptyLease = `insert into leases_lease (id, account_id, product_id, timeline, created_at, updated_at)
  values ($1, $2, $3, '[]', now(), now()) on conflict do nothing`
const firstTime = `update leases_lease set expires_at = now() + interval '1 day' where account_id = $1`

/** Whom the table has, and whom it should have. */
async function never({ services: { db } }: TestApp) {
  const { rows } = await db.query<{ has: string[]; should: string[] }>(
    `select array(select account_id from leases_never where product_id = $1 order by 1) as has,
       array(select id from accounts_account where not exists (select from leases_lease lease
         where account_id = accounts_account.id and product_id = $1 and expires_at is not null) order by 1) as should`,
    [vipProductId],
  )
  const [found] = rows
  return found!
}

const expectRight = async (one: TestApp) => {
  const { has, should } = await never(one)
  expect(has).toEqual(should)
  return has
}

async function listed(one: TestApp, query: string) {
  const { data } = await call(one, `GET /api/admin/users?${query}`, { cookie: await ownerCookie(one) })
  expect(data.total).toBe(data.items.length)
  return data.items.map(({ id }: { id: string }) => id)
}

test('an account has never held time until it does, also where a program of before makes it and its lease', async () => {
  const { db } = app.services
  const id = await anAccount(app, 'made-before')
  expect(await expectRight(app)).toContain(id)
  for (const sort of ['expire_at', '-expire_at', 'username'])
    expect(await listed(app, `state=never&sort=${sort}`)).toContain(id)
  await db.query(emptyLease, [newId(), id, vipProductId])
  expect(await expectRight(app)).toContain(id)
  await db.query(firstTime, [id])
  expect(await expectRight(app)).not.toContain(id)
  expect(await listed(app, 'state=never')).not.toContain(id)
  expect(await listed(app, 'state=active')).toContain(id)
  // As an import makes it, in one.
  const imported = await anAccount(app, 'imported-before')
  await db.query(
    `insert into leases_lease (id, account_id, product_id, timeline, expires_at, created_at, updated_at)
     values ($1, $2, $3, '[]', now(), now(), now())`,
    [newId(), imported, vipProductId],
  )
  expect(await expectRight(app)).not.toContain(imported)
})

test('time of another product, and a change that is undone, leave it as it was', async () => {
  const { db } = app.services
  const id = await anAccount(app, 'other-product')
  const productId = newId()
  const product = `insert into catalog_product (id, kind, name, devices, created_at) values ($1, 'server', 'S', 1, now())`
  await db.query(product, [productId])
  await db.query(emptyLease, [newId(), id, productId])
  await db.query(firstTime, [id])
  const client = await db.pool.connect()
  await client.query('begin')
  await client.query(emptyLease, [newId(), id, vipProductId])
  await client.query(firstTime, [id])
  await client.query('rollback')
  client.release()
  const { rows } = await db.query('select account_id from leases_never where account_id = $1', [id])
  expect(rows).toHaveLength(1)
})

test('an account that goes is gone here too', async () => {
  const id = await anAccount(app, 'goes')
  await app.services.db.query('delete from accounts_account where id = $1', [id])
  expect(await expectRight(app)).not.toContain(id)
})

test('the accounts of before are filled in beside first grants, none missed and none that holds time', async () => {
  const one = await testAppForThis()
  const { db } = one.services
  await db.query(
    `insert into accounts_account (id, username, username_key, created_at)
     select gen_random_uuid(), name, name, now() from (select 'of-before-' || n as name from generate_series(1, 4000) n) names`,
    [],
  )
  const { rows } = await db.query<{ id: string }>('select id from accounts_account order by random()', [])
  await db.query('delete from leases_never', [])
  const step = '20261130072944_never_held.sql'
  const statements = (await readFile(join(migrationsFolder, step), 'utf8')).split('--> statement-breakpoint')
  const granted = rows.slice(0, 1_000)
  const queue = granted.values()
  const grant = async () => {
    const client = await db.pool.connect()
    for (const { id } of queue) {
      await client.query('begin')
      await client.query(emptyLease, [newId(), id, vipProductId])
      await client.query(firstTime, [id])
      await client.query('commit')
    }
    client.release()
  }
  // The whole step again, as after a kill.
  const fill = async () => {
    for (const statement of statements) await db.pool.query(statement)
  }
  await Promise.all([grant(), grant(), grant(), fill()])
  expect(await expectRight(one)).toHaveLength(rows.length - granted.length)
})
