import { HOUR_MS } from '@lessor/kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, signedIn, type Loose } from '../../../../test/calls.ts'
import { shippedPlugins } from '../../../../test/gateways/shop.ts'
import { testApp, testAppForThis } from '../../../../test/harness.ts'
import { vipProductId } from '../../leasing/catalog/index.ts'
import { offerVip } from '../../leasing/catalog/testing.ts'
import { makeCoupon, usedOf } from '../coupons/testing.ts'
import { orderJobs } from './jobs.ts'
import { eventually, openShop, type Buyer, type Shop } from './testing.ts'
import { verifyBooks } from './verify-books.ts'

let shop: Shop
beforeAll(async () => void (shop = await openShop(await testApp({ shippedPlugins }))))
afterAll(async () => {
  await shop.yipay.close()
  await shop.app.stop()
})

const coupon = (fields: Readonly<Record<string, unknown>> = {}) => makeCoupon(shop.app, fields)
const used = ({ id }: { readonly id: string }) => usedOf(shop.app, id)
const wanting = (code: string, more: object = {}) => ({ plan_id: shop.planId, coupon: code, ...more })
const quote = ({ post }: Buyer, code: string): Promise<Loose> => post('/api/orders/quote', wanting(code))
const create = ({ post }: Buyer, code: string, more: object = {}): Promise<Loose> =>
  post('/api/orders', wanting(code, more))
const cancel = ({ post }: Buyer, { id }: Loose) => post(`/api/orders/${id}/cancel`)
const buyers = (n: number) => Promise.all(Array.from({ length: n }, () => shop.buyer()))

describe('the price with a coupon', () => {
  test('is quoted, charged, and kept by the order, however its code is typed', async () => {
    const alice = await shop.buyer('100.00')
    const { code } = await coupon({ percent: '12.5' })
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `
    const quoted = (await quote(alice, typed)).data
    expect(quoted).toMatchObject({ list: '30.00', discount: '3.75', total: '26.25', coupon: code })
    const { data: order } = await create(alice, typed, { expected_total: quoted.total })
    expect(order).toMatchObject({ discount: '3.75', total: '26.25', coupon: code, status: 'pending' })
    await alice.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })
    expect([await shop.statusOf(order), await shop.walletOf(alice)]).toEqual(['completed', '73.75'])
    const { story } = (await shop.asStaff(`GET /api/admin/orders/${order.id}`)).data
    expect(story).toContainEqual(
      expect.objectContaining({ kind: 'coupon', what: 'used', amount: '3.75', note: code }),
    )
  })

  test('has its tax counted on what is left', async () => {
    const own = await openShop(
      await testAppForThis({ shippedPlugins, env: { LESSOR_INVOICES_TAX_RATE: '6' } }),
    )
    const alice = await own.buyer()
    const { code } = await makeCoupon(own.app, { amount: '12.00' })
    const { data } = await alice.post('/api/orders/quote', { plan_id: own.planId, coupon: code })
    expect(data).toMatchObject({ discount: '12.00', net: '16.98', tax: '1.02', total: '18.00' })
    await own.yipay.close()
  })

  test('over the price is 0.00: the order is paid as it is made, without a gateway', async () => {
    const alice = await shop.buyer()
    const { code } = await coupon({ amount: '500.00' })
    const { data: order } = await create(alice, code)
    expect(order).toMatchObject({ discount: '30.00', total: '0.00', status: 'completed' })
    expect([await shop.levelOf(alice), await shop.walletOf(alice)]).toEqual([2, '0.00'])
    expect((await alice.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })).code).toBe(
      'order_not_payable',
    )
  })

  test('is the server’s: no field of the request lowers it, and no unknown code', async () => {
    const alice = await shop.buyer()
    for (const more of [{ discount: '29.00' }, { coupon_id: 'x' }, { coupon: ['a'] }, { coupon: '' }])
      expect((await alice.post('/api/orders', { plan_id: shop.planId, ...more })).status).toBe(400)
    expect(await create(alice, 'never made')).toMatchObject({ status: 409, code: 'coupon_unusable' })
    const { code } = await coupon()
    expect((await create(alice, code, { expected_total: '26.99' })).code).toBe('price_changed')
  })
})

describe('a coupon that can’t be used', () => {
  test.each<[string, object, string]>([
    ['is turned off', { active: false }, '没有这张优惠券。'],
    ['has ended', { ends_at: '2026-06-30T00:00:00Z' }, '该优惠券已过期。'],
    ['begins later', { starts_at: '2027-01-01T00:00:00Z' }, '该优惠券尚未到使用时间。'],
  ])('says that it %s', async (_what, fields, message) => {
    const alice = await shop.buyer()
    const { code } = await coupon({ ...fields })
    for (const answer of [await quote(alice, code), await create(alice, code)])
      expect(answer).toMatchObject({ status: 409, code: 'coupon_unusable', message })
  })

  test('says that it is for another product or plan', async () => {
    const alice = await shop.buyer()
    const here = await coupon({ product_ids: [vipProductId] })
    const plan = await coupon({ plan_ids: [shop.planId] })
    for (const { code } of [here, plan]) expect((await quote(alice, code)).code).toBe(0)
    const { data } = await shop.asStaff('POST /api/admin/products', { name: 'Another', kind: 'server' })
    const elsewhere = await coupon({ product_ids: [data.id] })
    expect((await quote(alice, elsewhere.code)).message).toBe('该优惠券不适用于此套餐。')
  })

  test('for first orders says so to who has one that isn’t cancelled', async () => {
    const [alice, bob] = [await shop.buyer(), await shop.buyer()]
    const { code } = await coupon({ first_order_only: true })
    const order = await shop.order(alice)
    expect((await create(alice, code)).message).toBe('该优惠券仅限首单使用。')
    await cancel(alice, order)
    expect((await create(alice, code)).code).toBe(0)
    const answers = await Promise.all(Array.from({ length: 5 }, () => create(bob, code)))
    expect(answers.filter((one) => one.code === 0)).toHaveLength(1)
  })
})

describe('a coupon is counted', () => {
  test('10 times of 100 clients that take it at once, when that is how often it may be used', async () => {
    const one = await coupon({ max_uses: 10 })
    const answers = await Promise.all((await buyers(100)).map((who) => create(who, one.code)))
    expect(answers.filter(({ code }) => code === 0)).toHaveLength(10)
    expect(answers.filter(({ message }) => message === '该优惠券已被领完。')).toHaveLength(90)
    expect(await used(one)).toBe(10)
  }, 120_000)

  test('twice of 8 orders at once by one account, when that is how often each may use it', async () => {
    const [alice, bob] = [await shop.buyer(), await shop.buyer()]
    const one = await coupon({ per_account: 2 })
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(alice, one.code)))
    expect(answers.filter(({ code }) => code === 0)).toHaveLength(2)
    expect((await create(alice, one.code)).message).toBe('您已使用过该优惠券。')
    const [first] = answers.filter(({ code }) => code === 0)
    await cancel(alice, first?.data)
    expect((await create(alice, one.code)).code).toBe(0)
    expect((await create(bob, one.code)).code).toBe(0)
    expect(await used(one)).toBe(3)
  })

  test('as often as orders hold it, while 50 cancel theirs and 50 others take it', async () => {
    const one = await coupon({ max_uses: 50 })
    const [holders, others] = [await buyers(50), await buyers(50)]
    const held = await Promise.all(holders.map((who) => create(who, one.code)))
    expect(held.every(({ code }) => code === 0)).toBe(true)
    const both = holders.map((who, at) => {
      const other = others[at] ?? who
      return Promise.all([cancel(who, held[at]?.data), create(other, one.code)])
    })
    const answers = await Promise.all(both)
    expect(answers.every(([{ code }]) => code === 0)).toBe(true)
    const taken = answers.filter(([, { code }]) => code === 0).length
    expect(await used(one)).toBe(taken)
    // What was given back can be taken.
    const again = await Promise.all(holders.map((who) => create(who, one.code)))
    expect(again.filter(({ code }) => code === 0)).toHaveLength(50 - taken)
    expect(await used(one)).toBe(50)
  }, 120_000)

  test('once, when a cancelled order is cancelled again, and stays counted after a refund', async () => {
    const alice = await shop.buyer('100.00')
    const one = await coupon()
    const { data: first } = await create(alice, one.code)
    await Promise.all(Array.from({ length: 5 }, () => cancel(alice, first)))
    expect(await used(one)).toBe(0)
    const { data: order } = await create(alice, one.code)
    await alice.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })
    await shop.asStaff(`POST /api/admin/orders/${order.id}/refund`, {
      ...{ amount: '27.00', to: 'wallet', override: true, reason: 'A test' },
    })
    expect([await shop.statusOf(order), await used(one)]).toEqual(['refunded', 1])
  })
})

describe('an order that nobody paid in time', () => {
  async function lapsed() {
    const own = await openShop(await testAppForThis({ shippedPlugins }))
    const [alice, bob] = [await own.buyer(), await own.buyer()]
    const one = await makeCoupon(own.app, { max_uses: 1 })
    const { data: order } = await alice.post('/api/orders', { plan_id: own.planId, coupon: one.code })
    const { reference } = await own.begin(alice, order)
    const paid = async () => {
      own.yipay.pay(reference)
      await own.yipay.notify(reference)
    }
    const taken = async () =>
      (await bob.post('/api/orders', { plan_id: own.planId, coupon: one.code })).code as unknown
    const lapse = async () => {
      own.app.clock.advance(25 * HOUR_MS)
      await own.runTask(orderJobs, 'orders.lapse')
    }
    return { own, alice, one, order, paid, taken, lapse, usedNow: () => usedOf(own.app, one.id) }
  }

  test('gives its coupon back, and takes it again when its money comes late', async () => {
    const { own, order, paid, lapse, usedNow } = await lapsed()
    await lapse()
    expect([await own.statusOf(order), await usedNow()]).toEqual(['cancelled', 0])
    await paid()
    await eventually(() => own.statusOf(order), 'completed')
    expect(await usedNow()).toBe(1)
    expect((await verifyBooks(own.app.services)).problems).toEqual([])
    const { story } = (await own.asStaff(`GET /api/admin/orders/${order.id}`)).data
    const told = story.filter(({ kind }: Loose) => kind === 'coupon').map(({ what }: Loose) => what)
    expect(told).toEqual(['used', 'given back', 'used'])
    await own.yipay.close()
  })

  test('isn’t revived when its coupon can’t be used any more: the money is in the wallet', async () => {
    const { own, alice, one, order, paid, lapse, usedNow } = await lapsed()
    await lapse()
    await own.asStaff(`PATCH /api/admin/coupons/${one.id}`, { active: false })
    await paid()
    await eventually(() => own.walletOf(alice), '27.00')
    expect([await own.statusOf(order), await usedNow()]).toEqual(['cancelled', 0])
    await own.yipay.close()
  })
})

test('wrong codes are counted, and refused from the 20th in a minute', async () => {
  const app = await testAppForThis({ env: { LESSOR_RATE_LIMIT_ENABLED: 'true' } })
  const plan_id = await offerVip(app)
  const { token } = await signedIn(app, 'alice')
  const statuses: unknown[] = []
  for (let i = 0; i < 21; i++) {
    const body = { plan_id, coupon: `guess ${i}` }
    statuses.push((await call(app, 'POST /api/orders/quote', { token, body })).status)
  }
  expect(statuses.slice(0, 19)).toEqual(Array.from({ length: 19 }, () => 409))
  expect(statuses.at(-1)).toBe(429)
  expect((await call(app, 'POST /api/orders/quote', { token, body: { plan_id } })).code).toBe(0)
})

test('uses are what orders hold', async () => {
  const { rows } = await shop.app.services.db.query(
    `select coalesce(o.id, u.order_id) from (select id from orders_order where coupon_id is not null and status <> 'cancelled') o
     full join coupons_use u on u.order_id = o.id where o.id is null or u.order_id is null`,
    [],
  )
  expect(rows).toEqual([])
})
