import { newId } from '@lessor/kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Loose } from '../../../../test/calls.ts'
import { newGateway, shippedPlugins } from '../../../../test/gateways/shop.ts'
import { openYipay } from '../../../../test/gateways/yipay.ts'
import { testApp, testAppForThis } from '../../../../test/harness.ts'
import { offerPlan } from '../../leasing/catalog/testing.ts'
import { orderJobs } from './jobs.ts'
import { eventually, key, openShop, type Shop } from './testing.ts'
import { verifyBooks } from './verify-books.ts'

let shop: Shop
beforeAll(async () => void (shop = await openShop(await testApp({ shippedPlugins }))))
afterAll(async () => {
  await shop.yipay.close()
  await shop.app.stop()
})

describe('a VIP plan by yipay', () => {
  test('is quoted, ordered, paid and held; staff read one story of it', async () => {
    const alice = await shop.buyer()
    const quote = (await alice.post('/api/orders/quote', { plan_id: shop.planId })).data
    expect(quote).toMatchObject({ list: '30.00', tax: '0.00', total: '30.00', currency: 'CNY' })
    const order = await shop.order(alice, { expected_total: quote.total })
    expect(order).toMatchObject({ status: 'pending', total: '30.00' })
    const { payment, reference } = await shop.begin(alice, order)
    expect(payment.qr_code).toMatch(/^https:/)
    shop.yipay.pay(reference)
    expect(await shop.yipay.notify(reference)).toEqual({ status: 200, body: 'success' })
    await eventually(() => shop.statusOf(order), 'completed')
    expect(await shop.levelOf(alice)).toBe(2)
    const { story, customer_text: text } = (await shop.asStaff(`GET /api/admin/orders/${order.id}`)).data
    expect(text).toContain('您通过')
    expect(text).not.toContain('127.0.0.1')
    const what = story.map((one: Loose) => one.what)
    expect(what).toEqual(
      expect.arrayContaining([
        'pending',
        'pending > paid',
        'paid > completed',
        'gateway > held',
        'held > income',
      ]),
    )
  })

  test('has the mails about it in its story, and a customer’s text that names no address', async () => {
    const alice = await shop.buyer('30.00')
    const verified = `update accounts_account set email = 'alice@example.com', email_key = 'alice@example.com',
      email_verified_at = $1 where id = $2`
    await shop.app.services.db.query(verified, [shop.app.clock.now(), alice.id])
    const order = await shop.order(alice)
    await alice.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })
    const read = async () => (await shop.asStaff(`GET /api/admin/orders/${order.id}`)).data
    const mails = async () => (await read()).story.filter(({ kind }: Loose) => kind === 'mail')
    await eventually(async () => (await mails()).length, 1)
    expect(await mails()).toMatchObject([{ who: 'alice@example.com' }])
    const { customer_text: text } = await read()
    expect(text).toContain('从您的钱包支付了 ¥ 30.00')
    expect(text).not.toContain('@')
  })

  test('counts once, however often and late its notice comes', async () => {
    const alice = await shop.buyer()
    const order = await shop.order(alice)
    const { reference } = await shop.begin(alice, order)
    shop.yipay.pay(reference)
    const answers = await Promise.all(Array.from({ length: 20 }, () => shop.yipay.notify(reference)))
    expect(new Set(answers.map((one) => one.body))).toEqual(new Set(['success']))
    await eventually(() => shop.statusOf(order), 'completed')
    await shop.yipay.notify(reference)
    const me = (await alice.get('/api/users/me')).data
    expect(me.vip_expires_at).toBe('2026-08-01T04:00:00.000Z')
    expect(await shop.walletOf(alice)).toBe('0.00')
  })

  test.each<[string, (reference: string) => Promise<{ status: number }>]>([
    ['a forged sign', (reference) => shop.yipay.notify(reference, { key: 'another' })],
    [
      'another amount after signing',
      (reference) => shop.yipay.notify(reference, { unsigned: { money: '0.01' } }),
    ],
    ['another amount, signed', (reference) => shop.yipay.notify(reference, { fields: { money: '0.01' } })],
    ['another merchant, signed', (reference) => shop.yipay.notify(reference, { fields: { pid: '9' } })],
    [
      'a number that we never gave, signed',
      (reference) => shop.yipay.notify(reference, { fields: { out_trade_no: 'f'.repeat(32) } }),
    ],
    ['the checkout’s own sign cut elsewhere', (reference) => shop.yipay.forge(reference)],
    ['a value twice', (reference) => shop.yipay.notify(reference, { behind: '&money=30.00' })],
  ])('is not paid by a notice with %s', async (_what, send) => {
    const alice = await shop.buyer()
    const order = await shop.order(alice)
    const { reference } = await shop.begin(alice, order)
    expect((await send(reference)).status).toBe(400)
    expect(await shop.statusOf(order)).toBe('pending')
    const { data } = await shop.asStaff('GET /api/admin/alerts?state=open')
    expect(data.items.some(({ key: of }: Loose) => of.startsWith('payments.doubt'))).toBe(true)
  })

  test('is not paid by a right notice as long as the gateway itself denies it', async () => {
    const alice = await shop.buyer()
    const order = await shop.order(alice)
    const { reference } = await shop.begin(alice, order)
    expect((await shop.yipay.notify(reference)).status).toBe(200)
    await new Promise((done) => setTimeout(done, 500))
    expect(await shop.statusOf(order)).toBe('pending')
    shop.yipay.pay(reference)
    const { id } = (await shop.asStaff(`GET /api/admin/payments?reference=${reference}`)).data.items[0]
    const asked = await shop.asStaff(`POST /api/admin/payments/${id}/ask`)
    expect(asked.data).toEqual({ status: 'success', problem: null })
    expect(await shop.statusOf(order)).toBe('completed')
  })

  test('answers the living QR code to a second pay, and 503 while its gateway is down', async () => {
    const alice = await shop.buyer()
    const order = await shop.order(alice)
    const first = await shop.begin(alice, order)
    expect((await shop.begin(alice, order)).payment).toEqual(first.payment)
    const other = await shop.order(alice)
    shop.yipay.behave('dies')
    const down = await alice.post(`/api/orders/${other.id}/pay`, { gateway: shop.gatewayId })
    shop.yipay.behave('well')
    expect([down.status, down.code]).toEqual([503, 'gateway_unavailable'])
    expect(await shop.statusOf(other)).toBe('pending')
  })
})

describe('the wallet', () => {
  test('pays an order once, of 50 clients that try at once', async () => {
    const alice = await shop.buyer('1000.00')
    const order = await shop.order(alice)
    const tries = Array.from({ length: 50 }, () =>
      alice.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' }),
    )
    const answers = await Promise.all(tries)
    const codes = answers.map(({ code }) => code)
    expect(codes.filter((code) => code === 0)).toHaveLength(1)
    expect(new Set(codes)).toEqual(new Set([0, 'order_not_payable']))
    expect(await shop.walletOf(alice)).toBe('970.00')
  })

  test('answers the same to the same key', async () => {
    const alice = await shop.buyer('100.00')
    const order = await shop.order(alice)
    const same = key()
    const first = await alice.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' }, same)
    const again = await alice.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' }, same)
    expect(first.data).toEqual(again.data)
    expect(await shop.walletOf(alice)).toBe('70.00')
  })

  test('that lacks money says how much, and nothing moves', async () => {
    const alice = await shop.buyer('10.00')
    const order = await shop.order(alice)
    const answer = await alice.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })
    expect(answer).toMatchObject({ status: 409, code: 'insufficient_funds' })
    expect(answer.message).toContain('20.00')
    expect(await shop.walletOf(alice)).toBe('10.00')
  })

  test('gives its part beside a gateway, and gets it back when the order is cancelled', async () => {
    const alice = await shop.buyer('10.00')
    const order = await shop.order(alice)
    const { payment } = await shop.begin(alice, order, { use_wallet: true })
    expect(payment).toMatchObject({ amount: '20.00', wallet_part: '10.00' })
    expect(await shop.walletOf(alice)).toBe('0.00')
    expect((await alice.post(`/api/orders/${order.id}/cancel`)).data.status).toBe('cancelled')
    expect(await shop.walletOf(alice)).toBe('10.00')
    const other = await shop.order(alice)
    const mixed = await shop.begin(alice, other, { use_wallet: true })
    shop.yipay.pay(mixed.reference)
    await shop.yipay.notify(mixed.reference)
    await eventually(() => shop.statusOf(other), 'completed')
    expect(await shop.walletOf(alice)).toBe('0.00')
  })
})

describe('money that an order doesn’t need', () => {
  test('is in the wallet: paid twice, by two gateways', async () => {
    const alice = await shop.buyer()
    const second = await openYipay()
    const secondId = await newGateway(shop.app, 'gateway-yipay', second.config)
    const order = await shop.order(alice)
    const one = await shop.begin(alice, order)
    const two = await shop.begin(alice, order, { gateway: secondId })
    for (const [service, { reference }] of [[shop.yipay, one], [second, two]] as const) {
      service.pay(reference)
      await service.notify(reference)
    } // prettier-ignore
    await eventually(() => shop.statusOf(order), 'completed')
    await eventually(() => shop.walletOf(alice), '30.00')
    await second.close()
    expect((await alice.get('/api/orders')).data.items).toHaveLength(1)
  })

  test('is in the wallet: what another attempt held of it', async () => {
    const alice = await shop.buyer('10.00')
    const second = await openYipay()
    const gateway = await newGateway(shop.app, 'gateway-yipay', second.config)
    const order = await shop.order(alice)
    const whole = await shop.begin(alice, order)
    const mixed = await shop.begin(alice, order, { gateway, use_wallet: true })
    expect([mixed.payment.wallet_part, await shop.walletOf(alice)]).toEqual(['10.00', '0.00'])
    shop.yipay.pay(whole.reference)
    await shop.yipay.notify(whole.reference)
    await eventually(() => shop.statusOf(order), 'completed')
    expect(await shop.walletOf(alice)).toBe('10.00')
    const other = await shop.order(alice)
    await shop.begin(alice, other, { use_wallet: true })
    const moved = await shop.begin(alice, other, { gateway, use_wallet: true })
    expect([moved.payment.wallet_part, await shop.walletOf(alice)]).toEqual(['10.00', '0.00'])
    await second.close()
  })

  test('is in the wallet when its customer had cancelled', async () => {
    const alice = await shop.buyer()
    const order = await shop.order(alice)
    const { reference } = await shop.begin(alice, order)
    await alice.post(`/api/orders/${order.id}/cancel`)
    shop.yipay.pay(reference)
    await shop.yipay.notify(reference)
    await eventually(() => shop.walletOf(alice), '30.00')
    expect(await shop.statusOf(order)).toBe('cancelled')
  })

  test('revives an order that was cancelled by time, within a day', async () => {
    const own = await openShop(await testAppForThis({ shippedPlugins }))
    const alice = await own.buyer()
    const order = await own.order(alice)
    const { reference } = await own.begin(alice, order)
    own.app.clock.advance(25 * 3_600_000)
    await own.runTask(orderJobs, 'orders.lapse')
    const cancelled = async (status: string) =>
      (await own.asStaff(`GET /api/admin/orders?status=${status}`)).data.items
    expect(await cancelled('lapsed')).toMatchObject([{ id: order.id, status: 'cancelled', lapsed: true }])
    expect(await cancelled('cancelled')).toHaveLength(1)
    own.yipay.pay(reference)
    await own.yipay.notify(reference)
    await eventually(() => own.statusOf(order), 'completed')
    expect(await cancelled('lapsed')).toEqual([])
    expect((await verifyBooks(own.app.services)).problems).toEqual([])
    await own.yipay.close()
  })
})

describe('an order', () => {
  test('is refused when the price is another one than its customer saw', async () => {
    const alice = await shop.buyer()
    const answer = await alice.post('/api/orders', { plan_id: shop.planId, expected_total: '29.99' })
    expect(answer).toMatchObject({ status: 409, code: 'price_changed' })
  })

  test('costs what the server says: no field of the request lowers it', async () => {
    const alice = await shop.buyer()
    for (const more of [
      { total: '0.01' },
      { price: '0.01' },
      { discount: '30.00' },
      { quantity: -1 },
      { quantity: 0.5 },
    ])
      expect((await alice.post('/api/orders', { plan_id: shop.planId, ...more })).status).toBe(400)
  })

  test('is one of ten unpaid ones at most, of 15 at once', async () => {
    const alice = await shop.buyer()
    const answers = await Promise.all(
      Array.from({ length: 15 }, () => alice.post('/api/orders', { plan_id: shop.planId })),
    )
    expect(answers.filter(({ code }) => code === 0)).toHaveLength(10)
    expect(answers.filter(({ code }) => code === 'too_many_unpaid')).toHaveLength(5)
  })

  test('is nobody else’s', async () => {
    const [alice, bob] = [await shop.buyer(), await shop.buyer('100.00')]
    const order = await shop.order(alice)
    expect((await bob.get(`/api/orders/${order.id}`)).status).toBe(404)
    expect((await bob.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })).status).toBe(404)
    expect((await bob.post(`/api/orders/${order.id}/cancel`)).status).toBe(404)
    expect(await shop.walletOf(bob)).toBe('100.00')
  })

  test('of what nothing fulfils yet, or that is not on offer, is refused', async () => {
    const alice = await shop.buyer()
    const server = await offerPlan(shop.app)
    for (const plan_id of [server.planId, newId()])
      expect((await alice.post('/api/orders', { plan_id })).code).toBe('plan_not_offered')
  })

  test('of 100 on one wallet is paid as far as that and its credit limit go', async () => {
    const alice = await shop.buyer('1000.00')
    await shop.asStaff(`PATCH /api/admin/accounts/${alice.id}/wallet`, { credit_limit: '50' })
    const pay = async () => {
      const { data } = await alice.post('/api/orders', { plan_id: shop.planId })
      return alice.post(`/api/orders/${data.id}/pay`, { gateway: 'wallet' })
    }
    const codes: unknown[] = []
    // Ten at once: no more may be unpaid.
    for (let i = 0; i < 10; i++) {
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => pay().catch(() => ({ code: 'too_many_unpaid' }))),
      )
      codes.push(...answers.map(({ code }) => code))
      const open = (await alice.get('/api/orders?limit=200')).data.items.filter(
        ({ status }: Loose) => status === 'pending',
      )
      for (const { id } of open) await alice.post(`/api/orders/${id}/cancel`)
    }
    expect(codes.filter((code) => code === 0)).toHaveLength(35)
    expect(await shop.walletOf(alice)).toBe('-50.00')
  }, 120_000)
})

test('the books hold after all of it', async () => {
  expect((await verifyBooks(shop.app.services)).problems).toEqual([])
})
