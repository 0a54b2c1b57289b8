import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Loose } from '../../../../../test/calls.ts'
import { shippedPlugins } from '../../../../../test/gateways/shop.ts'
import { testApp, testAppForThis } from '../../../../../test/harness.ts'
import { maker } from '../../../leasing/catalog/testing.ts'
import { vipProductId } from '../../../leasing/catalog/index.ts'
import { orderJobs } from '../jobs.ts'
import { openShop, type Buyer, type Shop } from '../testing.ts'
import { verifyBooks } from '../verify-books.ts'

let shop: Shop
beforeAll(async () => void (shop = await openShop(await testApp({ shippedPlugins }))))
afterAll(async () => {
  await shop.yipay.close()
  await shop.app.stop()
})

/** A customer who paid a plan from the wallet; answers with the lease. */
async function holder(wallet: string, more: object = {}) {
  const alice = await shop.buyer(wallet)
  const order = await buy(alice, more)
  return { alice, order, lease: order.lease_id as string }
}
async function buy(alice: Buyer, more: object = {}) {
  const order = await shop.order(alice, more)
  if (order.status !== 'pending') return order
  const paid = await alice.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })
  expect(paid.code).toBe(0)
  return paid.data.order
}
const endOf = async ({ get }: Buyer): Promise<string> => (await get('/api/users/me')).data.vip_expires_at

describe('a renewal by hand', () => {
  test('is quoted with its dates, and extends the lease by them', async () => {
    const { alice, order, lease } = await holder('60.00')
    const wanted = { plan_id: shop.planId, lease_id: lease }
    const { data: quote } = await alice.post('/api/orders/quote', wanted)
    expect(quote).toMatchObject({
      kind: 'renew',
      total: '30.00',
      credit: '0.00',
      rest: '0.00',
      starts_at: order.ends_at,
      held_until: order.ends_at,
    })
    const renewed = await buy(alice, { lease_id: lease, expected_total: '30.00' })
    expect(renewed).toMatchObject({
      kind: 'renew',
      status: 'completed',
      starts_at: order.ends_at,
      ends_at: quote.ends_at,
    })
    expect(await endOf(alice)).toBe(quote.held_until_after)
    expect(await shop.walletOf(alice)).toBe('0.00')
  })

  test('is one order at a time, of 20 clients that order at once; and of another’s lease there is none', async () => {
    const { alice, lease } = await holder('100.00')
    const tries = Array.from({ length: 20 }, () =>
      alice.post('/api/orders', { plan_id: shop.planId, lease_id: lease }),
    )
    const codes = (await Promise.all(tries)).map(({ code }) => code)
    expect(codes.filter((code) => code === 0)).toHaveLength(1)
    expect(new Set(codes)).toEqual(new Set([0, 'lease_has_open_order']))
    const bob = await shop.buyer('100.00')
    expect((await bob.post('/api/orders', { plan_id: shop.planId, lease_id: lease })).status).toBe(404)
    expect((await bob.post('/api/orders/quote', { plan_id: shop.planId, lease_id: lease })).status).toBe(404)
  })
})

test('a plan that keeps its price renews at what was paid; another one at what it costs now', async () => {
  const { own, plans } = await shopAt('2027-01-31T12:00', ['24.00', '50.00'])
  const [plan = ''] = plans
  const alice = await own.buyer('100.00')
  const { lease_id } = await pay(own, alice, { plan_id: plan })
  const quoted = async (wanted: object) =>
    (await alice.post('/api/orders/quote', { plan_id: plan, ...wanted })).data.total as string
  const change = (body: object) => own.asStaff(`PATCH /api/admin/plans/${plan}`, body)
  await change({ price: '40.00', keeps_price: true })
  expect(await quoted({ lease_id })).toBe('24.00')
  expect(await quoted({})).toBe('40.00')
  await change({ keeps_price: false })
  expect(await quoted({ lease_id })).toBe('40.00')
  await own.yipay.close()
})

test('the books hold after all of it', async () => {
  expect((await verifyBooks(shop.app.services)).problems).toEqual([])
})

/** A server of its own whose clock stands at a time of Shanghai, with plans of these prices, one level each from 1 up. */
async function shopAt(local: string, prices: readonly string[]) {
  const app = await testAppForThis({ shippedPlugins })
  const at = (text: string) => app.clock.advance(Date.parse(`${text}:00+08:00`) - app.clock.now().getTime())
  at(local)
  const own = await openShop(app)
  const make = await maker(app)
  const plans: string[] = []
  for (const [i, price] of prices.entries())
    plans.push(await make('plans', { product_id: vipProductId, cycle: 'monthly', level: i + 10, price }))
  return { own, at, plans }
}

describe('a change of plan', () => {
  test('credits the unused value: 12.00 of 24.00, 32.15 of 50.00, 73.93 of 90.00', async () => {
    const { own, at, plans } = await shopAt('2027-01-31T12:00', ['24.00', '50.00', '90.00', '30.00'])
    const [small, middle, large, least] = plans
    const alice = await own.buyer('200.00')
    const first = await pay(own, alice, { plan_id: small })
    expect(first.ends_at).toBe('2027-02-28T04:00:00.000Z')
    const change = async (when: string, plan_id: string | undefined, wanted: Loose) => {
      at(when)
      const asked = { plan_id, lease_id: first.lease_id }
      const answer = await alice.post('/api/orders/quote', asked)
      expect([answer.code, answer.message]).toEqual([0, expect.anything()])
      const { data: quote } = answer
      const { rest = '0.00', ...order } = wanted
      expect(quote).toMatchObject({ kind: 'change', ...wanted, rest })
      const done = await pay(own, alice, { ...asked, expected_total: quote.total })
      expect(done).toMatchObject({
        kind: 'change',
        status: 'completed',
        ...order,
        starts_at: quote.starts_at,
        ends_at: quote.ends_at,
      })
      expect(await endOf(alice)).toBe(quote.held_until_after)
    }
    await change('2027-02-14T12:00', middle, {
      credit: '12.00',
      total: '38.00',
      ends_at: '2027-03-14T04:00:00.000Z',
    })
    await change('2027-02-24T12:00', large, {
      credit: '32.15',
      total: '57.85',
      ends_at: '2027-03-24T04:00:00.000Z',
    })
    await change('2027-03-01T12:00', least, {
      credit: '30.00',
      total: '0.00',
      rest: '43.93',
      ends_at: '2027-04-01T04:00:00.000Z',
    })
    // 200.00 - 24.00 - 38.00 - 57.85 + 43.93
    expect(await own.walletOf(alice)).toBe('124.08')
    const { items } = (await alice.get('/api/orders')).data
    expect(
      items.map(({ total, credit, moved, refunded }: Loose) => [total, credit, moved, refunded]),
    ).toEqual([
      ['0.00', '30.00', '0.00', '0.00'],
      ['57.85', '32.15', '30.00', '43.93'],
      ['38.00', '12.00', '32.15', '0.00'],
      ['24.00', '0.00', '12.00', '0.00'],
    ])
    expect((await verifyBooks(own.app.services)).problems).toEqual([])
    await own.yipay.close()
  })
})

async function pay(own: Shop, alice: Buyer, more: object) {
  const order = await own.order(alice, more)
  if (order.status !== 'pending') return order
  const paid = await alice.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })
  expect(paid.code).toBe(0)
  return paid.data.order
}

describe('a renewal by itself', () => {
  const day = 86_400_000
  const renewing = async (wallet: string) => {
    const app = await testAppForThis({ shippedPlugins })
    const own = await openShop(app)
    const alice = await own.buyer(wallet)
    const order = await pay(own, alice, {})
    const auto = (on: boolean, more: object = {}) =>
      alice.patch(`/api/leases/${order.lease_id}/renewal`, { auto: on, ...more })
    expect((await auto(true)).data).toMatchObject({ auto: true, problem: null })
    const end = Date.parse(order.ends_at)
    /** The clock at so many ms before the end, and the task run there. */
    const at = async (beforeMs: number) => {
      app.clock.set(new Date(end - beforeMs))
      await own.runTask(orderJobs, 'orders.renew')
    }
    const orders = async () => (await alice.get('/api/orders')).data.items as Loose[]
    const standing = async () => (await own.asStaff('GET /api/admin/renewals')).data.items[0]
    const mails = async () =>
      (
        await app.services.db.query<{ template: string }>(
          `select template from notify_mail where template like 'renewal%' order by id`,
          [],
        )
      ).rows.map((row) => row.template)
    return { own, app, alice, order, auto, at, orders, standing, mails, end }
  }

  test('pays from the wallet 3 days before the end, once, of two processes and repeats', async () => {
    const { own, app, alice, at, orders, order } = await renewing('90.00')
    await at(3 * day + 1000)
    expect(await orders()).toHaveLength(1)
    app.clock.set(new Date(Date.parse(order.ends_at) - 3 * day))
    await Promise.all(Array.from({ length: 6 }, () => own.runTask(orderJobs, 'orders.renew')))
    expect(await orders()).toMatchObject([
      { kind: 'renew', status: 'completed', total: '30.00', starts_at: order.ends_at },
      {},
    ])
    for (const before of [day, 3_600_000, 0]) await at(before)
    expect(await orders()).toHaveLength(2)
    expect(await own.walletOf(alice)).toBe('30.00')
    await own.yipay.close()
  })

  test('without money is tried 3 days, 1 day and 1 hour before the end and daily after, and said so', async () => {
    const { own, alice, at, orders, standing, mails, end } = await renewing('30.00')
    await verify(own, alice)
    for (const [i, before] of [3 * day, 2 * day, day, 3_600_000, 0, -day].entries()) {
      await at(before)
      expect([i, (await standing()).tries]).toEqual([i, [1, 1, 2, 3, 3, 4][i]])
    }
    expect(await standing()).toMatchObject({
      problem: 'insufficient_funds',
      tried_for: new Date(end).toISOString(),
    })
    expect(await mails()).toEqual(Array.from({ length: 4 }, () => 'renewal_failed'))
    // The second day in grace is tried in silence; the third finds money.
    await at(-2 * day)
    expect(await mails()).toHaveLength(4)
    await own.asStaff(`POST /api/admin/accounts/${alice.id}/wallet/adjust`, {
      direction: 'add',
      amount: '30.00',
      reason: 'A test',
    })
    await at(-3 * day)
    expect(await orders()).toMatchObject([
      { kind: 'renew', status: 'completed', starts_at: new Date(end + 3 * day).toISOString() },
      {},
    ])
    expect(await standing()).toMatchObject({ problem: null })
    await own.yipay.close()
  })

  test('at a higher price is announced a week before; a price that was not costs what was paid before', async () => {
    const { own, alice, at, orders, mails, order, end } = await renewing('130.00')
    await verify(own, alice)
    await at(2 * day + 1)
    expect(await orders()).toMatchObject([{ total: '30.00' }, {}])
    const next = Date.parse((await orders())[0].ends_at)
    await own.asStaff(`PATCH /api/admin/plans/${own.planId}`, { price: '40.00' })
    await at(end - next + 7 * day)
    await at(end - next + 7 * day - 60_000)
    expect(await mails()).toEqual(['renewal_price'])
    await at(end - next + 3 * day)
    expect(await orders()).toMatchObject([{ total: '40.00' }, { total: '30.00' }, { id: order.id }])
    // Raised again too late to be announced.
    const third = Date.parse((await orders())[0].ends_at)
    await own.asStaff(`PATCH /api/admin/plans/${own.planId}`, { price: '50.00' })
    await at(end - third + 3 * day)
    expect((await orders())[0]).toMatchObject({ total: '40.00' })
    await own.yipay.close()
  })

  test('is switched off by its customer, and by staff with a reason; nobody else’s can be', async () => {
    const { own, at, orders, auto, order, standing } = await renewing('90.00')
    expect((await auto(false)).data).toMatchObject({ auto: false, next_try_at: null })
    await at(day)
    expect(await orders()).toHaveLength(1)
    expect((await auto(true)).code).toBe(0)
    const stop = `POST /api/admin/renewals/${order.lease_id}/stop`
    expect((await own.asStaff(stop, { reason: 'By phone' })).data).toEqual({ auto: false })
    await at(3_600_000)
    expect([await orders(), await standing()]).toMatchObject([[{}], { auto: false }])
    const bob = await own.buyer()
    expect((await bob.patch(`/api/leases/${order.lease_id}/renewal`, { auto: true })).status).toBe(404)
    await own.yipay.close()
  })
})

/** An address that counts, so that mails are sent to it. */
async function verify(own: Shop, { id }: Buyer) {
  await own.app.services.db.query(
    `update accounts_account set email = $2, email_key = $2, email_verified_at = now() where id = $1`,
    [id, `${id}@example.com`],
  )
}
