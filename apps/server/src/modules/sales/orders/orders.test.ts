import { newId } from '@lessor/kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, ownerCookie, signedIn, type Loose } from '../../../../test/calls.ts'
import { newGateway, shippedPlugins } from '../../../../test/gateways/shop.ts'
import { openYipay, type Yipay } from '../../../../test/gateways/yipay.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { offerPlan, offerVip } from '../../leasing/catalog/testing.ts'
import { verifyLedger } from '../../money/ledger/index.ts'
import { paymentJobs } from '../../money/payments/jobs.ts'
import { orderJobs } from './jobs.ts'

let app: TestApp
let cookie: string
let planId: string
let yipay: Yipay
let gatewayId: string

beforeAll(async () => {
  app = await testApp({ shippedPlugins })
  cookie = await ownerCookie(app)
  planId = await offerVip(app, { price: '30.00', level: 2 })
  yipay = await openYipay()
  gatewayId = await newGateway(app, 'gateway-yipay', yipay.config)
})
afterAll(async () => {
  await yipay.close()
  await app.stop()
})

const key = () => ({ 'Idempotency-Key': newId() })

interface Buyer {
  readonly token: string
  readonly id: string
  readonly post: (path: string, body?: object, headers?: Record<string, string>) => Promise<Loose>
  readonly get: (path: string) => Promise<Loose>
}

async function buyer(walletAmount?: string): Promise<Buyer> {
  const { token } = await signedIn(app, `b${newId().slice(-12)}`)
  const get = (path: string) => call(app, `GET ${path}`, { token })
  const { id } = (await get('/api/users/me')).data
  if (walletAmount) {
    const body = { direction: 'add', amount: walletAmount, reason: 'A test' }
    await call(app, `POST /api/admin/accounts/${id}/wallet/adjust`, { cookie, body, headers: key() })
  }
  return {
    ...{ token, id, get },
    post: (path, body = {}, headers = key()) => call(app, `POST ${path}`, { token, body, headers }),
  }
}

const orderBy = async ({ post }: Buyer, more: object = {}): Promise<Loose> => {
  const answer = await post('/api/orders', { plan_id: planId, ...more })
  expect(answer.code).toBe(0)
  return answer.data
}
const walletOf = async ({ get }: Buyer) => (await get('/api/wallet')).data.balance
const statusOf = async ({ get }: Buyer, { id }: Loose) => (await get(`/api/orders/${id}`)).data.order.status
const levelOf = async ({ get }: Buyer) => (await get('/api/users/me')).data.vip_level
/** Begins to pay by yipay; answers the payment and its reference. */
const begin = async ({ post }: Buyer, { id }: Loose, more: object = {}) => {
  const answer = await post(`/api/orders/${id}/pay`, { gateway: gatewayId, ...more })
  expect(answer.code).toBe(0)
  return { ...answer.data, reference: answer.data.payment.id.replaceAll('-', '') }
}
const eventually = async (check: () => Promise<unknown>, wanted: unknown) => {
  const until = Date.now() + 10_000
  while (Date.now() < until && (await check()) !== wanted) await new Promise((done) => setTimeout(done, 50))
  expect(await check()).toBe(wanted)
}

describe('a VIP plan by yipay', () => {
  test('is quoted, ordered, paid and held; staff read one story of it', async () => {
    const alice = await buyer()
    const quote = (await alice.post('/api/orders/quote', { plan_id: planId })).data
    expect(quote).toMatchObject({ list: '30.00', tax: '0.00', total: '30.00', currency: 'CNY' })
    const order = await orderBy(alice, { expected_total: quote.total })
    expect(order).toMatchObject({ status: 'pending', total: '30.00' })
    const { payment, reference } = await begin(alice, order)
    expect(payment.qr_code).toMatch(/^https:/)
    yipay.pay(reference)
    expect(await yipay.notify(reference)).toEqual({ status: 200, body: 'success' })
    await eventually(() => statusOf(alice, order), 'completed')
    expect(await levelOf(alice)).toBe(2)
    const { story } = (await call(app, `GET /api/admin/orders/${order.id}`, { cookie })).data
    const what = story.map((one: Loose) => one.what)
    expect(what).toEqual(
      expect.arrayContaining([
        'pending',
        'pending > paid',
        'paid > completed',
        'asking',
        'gateway > held',
        'held > income',
      ]),
    )
  })

  test('counts once, however often and late its notice comes', async () => {
    const alice = await buyer()
    const order = await orderBy(alice)
    const { reference } = await begin(alice, order)
    yipay.pay(reference)
    const answers = await Promise.all(Array.from({ length: 20 }, () => yipay.notify(reference)))
    expect(new Set(answers.map((one) => one.body))).toEqual(new Set(['success']))
    await eventually(() => statusOf(alice, order), 'completed')
    await yipay.notify(reference)
    const me = (await alice.get('/api/users/me')).data
    expect(me.vip_expires_at).toBe('2026-08-01T04:00:00.000Z')
    expect(await walletOf(alice)).toBe('0.00')
  })

  test.each<[string, (reference: string) => Promise<{ status: number }>]>([
    ['a forged sign', (reference) => yipay.notify(reference, { key: 'another' })],
    ['another amount after signing', (reference) => yipay.notify(reference, { unsigned: { money: '0.01' } })],
    ['another amount, signed', (reference) => yipay.notify(reference, { fields: { money: '0.01' } })],
    ['another merchant, signed', (reference) => yipay.notify(reference, { fields: { pid: '9' } })],
    [
      'a number that we never gave, signed',
      (reference) => yipay.notify(reference, { fields: { out_trade_no: 'f'.repeat(32) } }),
    ],
    ['the checkout’s own sign cut elsewhere', (reference) => yipay.forge(reference)],
    ['a value twice', (reference) => yipay.notify(reference, { behind: '&money=30.00' })],
  ])('is not paid by a notice with %s', async (_what, send) => {
    const alice = await buyer()
    const order = await orderBy(alice)
    const { reference } = await begin(alice, order)
    expect((await send(reference)).status).toBe(400)
    expect(await statusOf(alice, order)).toBe('pending')
    const { data } = await call(app, 'GET /api/admin/alerts?state=open', { cookie })
    expect(data.items.some(({ key: of }: Loose) => of.startsWith('payments.doubt'))).toBe(true)
  })

  test('is not paid by a right notice as long as the gateway itself denies it', async () => {
    const alice = await buyer()
    const order = await orderBy(alice)
    const { reference } = await begin(alice, order)
    expect((await yipay.notify(reference)).status).toBe(200)
    await new Promise((done) => setTimeout(done, 500))
    expect(await statusOf(alice, order)).toBe('pending')
    yipay.pay(reference)
    const { id } = (await call(app, `GET /api/admin/payments?reference=${reference}`, { cookie })).data
      .items[0]
    const asked = await call(app, `POST /api/admin/payments/${id}/ask`, { cookie })
    expect(asked.data).toEqual({ status: 'success', problem: null })
    expect(await statusOf(alice, order)).toBe('completed')
  })

  test('answers the living QR code to a second pay, and 503 while its gateway is down', async () => {
    const alice = await buyer()
    const order = await orderBy(alice)
    const first = await begin(alice, order)
    expect((await begin(alice, order)).payment).toEqual(first.payment)
    const other = await orderBy(alice)
    yipay.behave('dies')
    const down = await alice.post(`/api/orders/${other.id}/pay`, { gateway: gatewayId })
    yipay.behave('well')
    expect([down.status, down.code]).toEqual([503, 'gateway_unavailable'])
    expect(await statusOf(alice, other)).toBe('pending')
  })
})

describe('the wallet', () => {
  test('pays an order once, of 50 clients that try at once', async () => {
    const alice = await buyer('1000.00')
    const order = await orderBy(alice)
    const tries = Array.from({ length: 50 }, () =>
      alice.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' }),
    )
    const answers = await Promise.all(tries)
    const codes = answers.map(({ code }) => code)
    expect(codes.filter((code) => code === 0)).toHaveLength(1)
    expect(new Set(codes)).toEqual(new Set([0, 'order_not_payable']))
    expect(await walletOf(alice)).toBe('970.00')
  })

  test('answers the same to the same key', async () => {
    const alice = await buyer('100.00')
    const order = await orderBy(alice)
    const same = key()
    const first = await alice.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' }, same)
    const again = await alice.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' }, same)
    expect(first.data).toEqual(again.data)
    expect(await walletOf(alice)).toBe('70.00')
  })

  test('that lacks money says how much, and nothing moves', async () => {
    const alice = await buyer('10.00')
    const order = await orderBy(alice)
    const answer = await alice.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })
    expect(answer).toMatchObject({ status: 409, code: 'insufficient_funds' })
    expect(answer.message).toContain('20.00')
    expect(await walletOf(alice)).toBe('10.00')
  })

  test('gives its part beside a gateway, and gets it back when the order is cancelled', async () => {
    const alice = await buyer('10.00')
    const order = await orderBy(alice)
    const { payment } = await begin(alice, order, { use_wallet: true })
    expect(payment).toMatchObject({ amount: '20.00', wallet_part: '10.00' })
    expect(await walletOf(alice)).toBe('0.00')
    expect((await alice.post(`/api/orders/${order.id}/cancel`)).data.status).toBe('cancelled')
    expect(await walletOf(alice)).toBe('10.00')
    const other = await orderBy(alice)
    const mixed = await begin(alice, other, { use_wallet: true })
    yipay.pay(mixed.reference)
    await yipay.notify(mixed.reference)
    await eventually(() => statusOf(alice, other), 'completed')
    expect(await walletOf(alice)).toBe('0.00')
  })
})

describe('money that an order doesn’t need', () => {
  test('is in the wallet: paid twice, by two gateways', async () => {
    const alice = await buyer()
    const second = await openYipay()
    const secondId = await newGateway(app, 'gateway-yipay', second.config)
    const order = await orderBy(alice)
    const one = await begin(alice, order)
    const two = await begin(alice, order, { gateway: secondId })
    for (const [service, { reference }] of [[yipay, one], [second, two]] as const) {
      service.pay(reference)
      await service.notify(reference)
    } // prettier-ignore
    await eventually(() => statusOf(alice, order), 'completed')
    await eventually(() => walletOf(alice), '30.00')
    await second.close()
    expect((await alice.get('/api/orders')).data.items).toHaveLength(1)
  })

  test('is in the wallet when its customer had cancelled', async () => {
    const alice = await buyer()
    const order = await orderBy(alice)
    const { reference } = await begin(alice, order)
    await alice.post(`/api/orders/${order.id}/cancel`)
    yipay.pay(reference)
    await yipay.notify(reference)
    await eventually(() => walletOf(alice), '30.00')
    expect(await statusOf(alice, order)).toBe('cancelled')
  })

  test('revives an order that was cancelled by time, within a day', async () => {
    const own = await testApp({ shippedPlugins })
    const before = app
    app = own
    try {
      cookie = await ownerCookie(own)
      const vip = planId
      planId = await offerVip(own)
      const service = await openYipay()
      const id = await newGateway(own, 'gateway-yipay', service.config)
      const alice = await buyer()
      const order = await orderBy(alice)
      const { reference } = await begin(alice, order, { gateway: id })
      own.clock.advance(25 * 3_600_000)
      const lapse = orderJobs.find(({ name }) => name === 'orders.lapse')
      const cmd = own.command({ kind: 'system', name: 'test' })
      if (lapse?.kind === 'task') await lapse.run(cmd, new AbortController().signal)
      const fresh = { ...alice, ...(await again(own, alice)) }
      expect(await statusOf(fresh, order)).toBe('cancelled')
      service.pay(reference)
      await service.notify(reference)
      await eventually(() => statusOf(fresh, order), 'completed')
      expect((await verifyLedger(own.services)).problems).toEqual([])
      planId = vip
      await service.close()
    } finally {
      app = before
      cookie = await ownerCookie(before)
      await own.stop()
    }
  })
})

/** Access tokens end within a day of the clock: staff's view stands in for the customer's. */
async function again(own: TestApp, { id }: Buyer) {
  const staff = await ownerCookie(own)
  const get = async (path: string) => {
    const answer = await call(own, `GET ${path.replace('/api/orders/', '/api/admin/orders/')}`, { cookie: staff })
    return { ...answer, data: path.startsWith('/api/wallet') ? (await call(own, `GET /api/admin/accounts/${id}/wallet`, { cookie: staff })).data : answer.data }
  } // prettier-ignore
  return { get }
}

describe('an order', () => {
  test('is refused when the price is another one than its customer saw', async () => {
    const alice = await buyer()
    const answer = await alice.post('/api/orders', { plan_id: planId, expected_total: '29.99' })
    expect(answer).toMatchObject({ status: 409, code: 'price_changed' })
  })

  test('costs what the server says: no field of the request lowers it', async () => {
    const alice = await buyer()
    for (const more of [
      { total: '0.01' },
      { price: '0.01' },
      { discount: '30.00' },
      { quantity: -1 },
      { quantity: 0.5 },
    ])
      expect((await alice.post('/api/orders', { plan_id: planId, ...more })).status).toBe(400)
  })

  test('is one of ten unpaid ones at most, of 15 at once', async () => {
    const alice = await buyer()
    const answers = await Promise.all(
      Array.from({ length: 15 }, () => alice.post('/api/orders', { plan_id: planId })),
    )
    expect(answers.filter(({ code }) => code === 0)).toHaveLength(10)
    expect(answers.filter(({ code }) => code === 'too_many_unpaid')).toHaveLength(5)
  })

  test('is nobody else’s', async () => {
    const [alice, bob] = [await buyer(), await buyer('100.00')]
    const order = await orderBy(alice)
    expect((await bob.get(`/api/orders/${order.id}`)).status).toBe(404)
    expect((await bob.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })).status).toBe(404)
    expect((await bob.post(`/api/orders/${order.id}/cancel`)).status).toBe(404)
    expect(await walletOf(bob)).toBe('100.00')
  })

  test('of what nothing fulfils yet, or that is not on offer, is refused', async () => {
    const alice = await buyer()
    const server = await offerPlan(app)
    for (const plan_id of [server.planId, newId()])
      expect((await alice.post('/api/orders', { plan_id })).code).toBe('plan_not_offered')
  })

  test('of 100 on one wallet is paid as far as that and its credit limit go', async () => {
    const alice = await buyer('1000.00')
    await call(app, `PATCH /api/admin/accounts/${alice.id}/wallet`, { cookie, body: { credit_limit: '50' } })
    const pay = async () => {
      const { data } = await alice.post('/api/orders', { plan_id: planId })
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
    expect(await walletOf(alice)).toBe('-50.00')
  }, 120_000)
})

describe('a bank transfer', () => {
  test('is confirmed by staff: less waits, and the rest pays', async () => {
    const alice = await buyer()
    const bank = await newGateway(app, 'gateway-banktransfer', {
      holder: 'Shop',
      bank: 'ICBC',
      account: '6222',
    })
    const order = await orderBy(alice)
    const { payment } = await begin(alice, order, { gateway: bank })
    expect(payment.instructions).toContain('6222')
    const confirm = (id: string, amount: string, transaction: string) =>
      call(app, `POST /api/admin/payments/${id}/confirm`, {
        cookie,
        body: { amount, transaction },
        headers: key(),
      })
    expect((await confirm(payment.id, '20.00', 'T1')).code).toBe(0)
    await eventually(
      async () =>
        (await call(app, `GET /api/admin/ledger?account=held&of=${order.id}`, { cookie })).data.items.length,
      1,
    )
    expect(await statusOf(alice, order)).toBe('pending')
    expect((await confirm(payment.id, '20.00', 'T2')).code).toBe('payment_not_confirmable')
    const rest = await begin(alice, order, { gateway: bank })
    expect(rest.payment.amount).toBe('10.00')
    expect((await confirm(rest.payment.id, '10.00', 'T1')).code).toBe('transaction_taken')
    expect((await confirm(rest.payment.id, '12.00', 'T3')).code).toBe(0)
    await eventually(() => statusOf(alice, order), 'completed')
    await eventually(() => walletOf(alice), '2.00')
  })
})

describe('a refund', () => {
  const refund = (order: Loose, body: object) =>
    call(app, `POST /api/admin/orders/${order.id}/refund`, {
      cookie,
      headers: key(),
      body: { to: 'wallet', ends_lease: false, reason: 'Sorry', ...body },
    })
  const paidByWallet = async () => {
    const alice = await buyer('30.00')
    const order = await orderBy(alice)
    await alice.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })
    return { alice, order }
  }

  test('into the wallet gives back what was paid, never more, of 20 at once', async () => {
    const { alice, order } = await paidByWallet()
    const { data } = await call(app, `GET /api/admin/orders/${order.id}/refund`, { cookie })
    expect(data).toEqual({ left: '30.00', unused: '30.00' })
    const answers = await Promise.all(Array.from({ length: 20 }, () => refund(order, { amount: '10.00' })))
    expect(answers.filter(({ code }) => code === 0)).toHaveLength(3)
    expect(await walletOf(alice)).toBe('30.00')
    expect(await statusOf(alice, order)).toBe('refunded')
    expect((await refund(order, { amount: '0.01' })).code).toBe('order_not_refundable')
    expect(await levelOf(alice)).toBe(2)
  })

  test('that ends the lease takes back the time that the order brought, and no other', async () => {
    const { alice, order } = await paidByWallet()
    expect((await refund(order, { amount: '30.00', ends_lease: true })).code).toBe(0)
    expect(await levelOf(alice)).toBe(0)
  })

  test('by the gateway leaves the wallet at once, and the books when the gateway says so', async () => {
    const alice = await buyer()
    const service = await openYipay({ refunds: true })
    const id = await newGateway(app, 'gateway-yipay', { ...service.config, refunds: true })
    const order = await orderBy(alice)
    const { reference } = await begin(alice, order, { gateway: id })
    service.pay(reference)
    await service.notify(reference)
    await eventually(() => statusOf(alice, order), 'completed')
    expect((await refund(order, { amount: '12.00', to: 'gateway' })).code).toBe(0)
    expect(await walletOf(alice)).toBe('0.00')
    expect((await refund(order, { amount: '18.01', to: 'gateway' })).code).toBe('order_not_refundable')
    const send = paymentJobs.find(({ name }) => name === 'payments.send_refunds')
    if (send?.kind === 'task')
      await send.run(app.command({ kind: 'system', name: 'test' }), new AbortController().signal)
    const { data } = await call(app, `GET /api/admin/refunds?for_id=${order.id}`, { cookie })
    expect(data.items).toMatchObject([{ amount: '12.00', status: 'success' }])
    expect(service.find(reference).refunded).toBe(1200)
    await service.close()
  })

  test('that its gateway refuses is in the wallet', async () => {
    const alice = await buyer()
    const bank = await newGateway(app, 'gateway-banktransfer', {
      holder: 'Shop',
      bank: 'ICBC',
      account: '6222',
    })
    const order = await orderBy(alice)
    const { payment } = await begin(alice, order, { gateway: bank })
    const body = { amount: '30.00', transaction: newId() }
    await call(app, `POST /api/admin/payments/${payment.id}/confirm`, { cookie, body, headers: key() })
    await eventually(() => statusOf(alice, order), 'completed')
    await refund(order, { amount: '30.00', to: 'gateway' })
    const { id } = (await call(app, `GET /api/admin/refunds?for_id=${order.id}`, { cookie })).data.items[0]
    const finish = (done: boolean) =>
      call(app, `POST /api/admin/refunds/${id}/finish`, { cookie, headers: key(), body: { done } })
    expect((await finish(false)).data.status).toBe('failed')
    expect((await finish(true)).code).toBe('refund_ended')
    expect(await walletOf(alice)).toBe('30.00')
  })
})

test('the books hold after all of it', async () => {
  expect((await verifyLedger(app.services)).problems).toEqual([])
})
