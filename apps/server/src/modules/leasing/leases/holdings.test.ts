import { DAY_MS, newId } from '@lessor/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, ownerCookie, signedIn } from '../../../../test/calls.ts'
import { staffActor, testApp, testAppForThis, type TestApp } from '../../../../test/harness.ts'
import { transaction } from '../../../platform/run-transaction.ts'
import { vipProductId } from '../catalog/index.ts'
import { expireLeases } from './expire-leases.ts'
import { extendLease, type Extension } from './extend-lease.ts'
import { days, leaseOf } from './index.ts'
import { back, months, until } from './term-model.ts'

let app: TestApp
beforeAll(async () => (app = await testApp()))
afterAll(() => app.stop())

const extendIn = (one: TestApp, input: Omit<Extension, 'source'> & Partial<Extension>) =>
  transaction(one.services.db, (tx) =>
    extendLease(tx, one.command(staffActor('support')), { source: 'order', ...input }),
  )
const extend = (input: Omit<Extension, 'source'> & Partial<Extension>) => extendIn(app, input)
const newAccount = async (one: TestApp, name: string) => (await signedIn(one, name)).user.id as string
const vipOf = (accountId: string) => ({ accountId, productId: vipProductId })

async function leaseRow(one: TestApp, accountId: string) {
  const { rows } = await one.services.db.query<Record<string, unknown>>(
    'select id, holding, starts_at, anchor_at, anchor_months from leases_lease where account_id = $1',
    [accountId],
  )
  return rows
}

test('a second lease of one product is refused until the release that sells one', async () => {
  const id = await newAccount(app, 'second')
  await extend({ lease: vipOf(id), by: days(30) })
  const second = extend({ lease: { ...vipOf(id), holding: newId() }, by: days(30) })
  await expect(second).rejects.toMatchObject({ code: 'second_lease' })
  expect(await leaseRow(app, id)).toMatchObject([{ holding: null }])
  expect((await leaseOf(app.services.db, vipOf(id), app.clock.now())).level).toBe(1)
})

test('two leases of one product end apart, each by its own event, and VIP counts neither', async () => {
  const one = await testAppForThis()
  const { db } = one.services
  // As the release does that sells the first server.
  await db.query('drop index leases_lease_holder', [])
  const productId = newId()
  const product = `insert into catalog_product (id, kind, name, devices, created_at) values ($1, 'server', 'Server', 1, now())`
  await db.query(product, [productId])
  const { token, user } = await signedIn(one, 'two-servers')
  const id = user.id as string
  const [first, second] = [newId(), newId()]
  const lease = (holding: string) => ({ accountId: id, productId, holding })
  await extendIn(one, { lease: lease(first), by: months(1) })
  await extendIn(one, { lease: lease(second), by: days(40), amount: '12.00' })
  await extendIn(one, { lease: lease(first), by: months(1) })
  expect(await leaseOf(db, vipOf(id), one.clock.now())).toMatchObject({ level: 0, expiresAt: null })
  const logs = await call(one, 'GET /api/recharge/logs', { token })
  expect(logs.data).toMatchObject({ items: [], total_spent: '0.00' })
  const cookie = await ownerCookie(one)
  for (const path of ['/api/admin/logs/recharges', '/api/admin/recharge-records'])
    expect((await call(one, `GET ${path}`, { cookie })).data.items).toEqual([])
  const today = await call(one, 'GET /api/admin/dashboard/today', { cookie })
  expect(today.data).toMatchObject({ recharges: 0, days_added: 0, active_users: 0 })
  const ended = async () => {
    await expireLeases(one.command({ kind: 'system', name: 'test' }))
    const events = `select payload from platform_event where name = 'leases.lease_expired.v1' order by occurred_at`
    return (await db.query<{ payload: object }>(events, [])).rows.map(({ payload }) => payload)
  }
  one.clock.advance(40 * DAY_MS)
  const at = { account_id: id, product_id: productId }
  expect(await ended()).toMatchObject([{ ...at, holding: second }])
  one.clock.advance(22 * DAY_MS)
  expect(await ended()).toMatchObject([
    { ...at, holding: second },
    { ...at, holding: first },
  ])
})

test('months are counted from their anchor day; a lease begins with its first time', async () => {
  const id = await newAccount(app, 'monthly')
  await extend({ lease: vipOf(id), by: days(-1) })
  expect(await leaseRow(app, id)).toMatchObject([{ starts_at: null, anchor_at: null }])
  const anchor = app.clock.now()
  await extend({ lease: vipOf(id), by: months(1) })
  const [{ id: leaseId } = {}] = await leaseRow(app, id)
  const extended = await extend({ lease: { id: leaseId as string }, by: months(2) })
  // From 1 July, noon in Shanghai.
  expect(extended.expiresAt).toEqual(new Date('2026-10-01T04:00:00.000Z'))
  expect(await leaseRow(app, id)).toMatchObject([{ starts_at: anchor, anchor_at: anchor, anchor_months: 3 }])
  const { rows } = await app.services.db.query(
    'select change_days, change_ms from leases_entry where account_id = $1 order by created_at, id',
    [id],
  )
  expect(rows).toEqual([
    { change_days: -1, change_ms: 0 },
    { change_days: 31, change_ms: 31 * DAY_MS },
    { change_days: 61, change_ms: 61 * DAY_MS },
  ])
})

test('what an order brought is taken back of its level, as far as it is left', async () => {
  const id = await newAccount(app, 'refunded')
  const order = newId()
  await extend({ lease: vipOf(id), by: days(365) })
  await extend({ lease: vipOf(id), by: days(30), level: 3, sourceId: order })
  app.clock.advance(10 * DAY_MS)
  const refund = {
    lease: vipOf(id),
    by: back(30 * DAY_MS),
    level: 3,
    source: 'refund',
    sourceId: newId(),
  } as const
  expect(await extend(refund)).toMatchObject({ level: 1, changeMs: -20 * DAY_MS })
  const { expiresAt } = await leaseOf(app.services.db, vipOf(id), app.clock.now())
  expect(expiresAt).toEqual(new Date(app.clock.now().getTime() + 365 * DAY_MS))
})

test('each part of a source brings time once', async () => {
  const id = await newAccount(app, 'parts')
  const bought = { lease: vipOf(id), by: days(1), sourceId: newId() }
  await extend(bought)
  await expect(extend(bought)).rejects.toMatchObject({ code: '23505' })
})

test('a lease ends exactly at a given time, which is neither past nor the end that it has', async () => {
  const id = await newAccount(app, 'until')
  const end = new Date(app.clock.now().getTime() + 90_061_001)
  expect(await extend({ lease: vipOf(id), by: until(end) })).toMatchObject({
    endsAt: end,
    changeMs: 90_061_001,
  })
  await expect(extend({ lease: vipOf(id), by: until(end) })).rejects.toMatchObject({
    code: 'lease_ends_then',
  })
  const past = until(new Date(app.clock.now().getTime() - 1))
  await expect(extend({ lease: vipOf(id), by: past })).rejects.toMatchObject({ code: 'lease_end_in_past' })
})

test('a closed lease takes no time', async () => {
  const id = await newAccount(app, 'closed')
  await extend({ lease: vipOf(id), by: days(1) })
  await app.services.db.query('update leases_lease set closed_at = $2 where account_id = $1', [
    id,
    app.clock.now(),
  ])
  await expect(extend({ lease: vipOf(id), by: days(1) })).rejects.toMatchObject({ code: 'lease_closed' })
})
