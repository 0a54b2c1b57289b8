import { parseAmount } from '@lessor/kit'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, cookieOf, type Loose } from '../../../../test/calls.ts'
import { shippedPlugins } from '../../../../test/gateways/shop.ts'
import { testApp } from '../../../../test/harness.ts'
import { pluginSource } from '../../core/plugins/testing.ts'
import { maker } from '../../leasing/catalog/testing.ts'
import { vipProductId } from '../../leasing/catalog/index.ts'
import { hire, staffPassword } from '../../people/staff/testing.ts'
import { eventually, openShop, type Shop } from '../../sales/orders/testing.ts'

let shop: Shop
beforeAll(async () => void (shop = await openShop(await testApp({ shippedPlugins }))))
afterAll(async () => {
  await shop.yipay.close()
  await shop.app.stop()
})

const at = (time: string) => shop.app.clock.set(new Date(time))
const report = async (query = ''): Promise<Loose> => {
  const answer = await shop.asStaff(`GET /api/admin/reports/sales${query}`)
  expect(answer).toMatchObject({ status: 200 })
  return answer.data
}
const fen = (text: string) => parseAmount(text, { signed: true })

/** An order that is paid from the wallet. */
async function bought(amount = '30.00', more: object = {}) {
  const buyer = await shop.buyer(amount)
  const order = await shop.order(buyer, more)
  await buyer.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })
  return order
}
const refund = (order: Loose, amount: string, endsLease = false) =>
  shop.asStaff(`POST /api/admin/orders/${order.id}/refund`, { amount, to: 'wallet', time: endsLease ? 'all' : 'none', override: true, reason: 'A test' }) // prettier-ignore

describe('a month of the operator’s calendar', () => {
  test('begins and ends at midnight in Shanghai, and earns by the time that passed', async () => {
    // 31 July 23:30 in Shanghai.
    at('2026-07-31T15:30:00.000Z')
    const { data: july } = await shop.asStaff(`GET /api/admin/orders/${(await bought()).id}`)
    // 1 August 00:30.
    at('2026-07-31T16:30:00.000Z')
    await bought()
    // 31 August 00:00: of 744 hours, 23.5 and 24.5 are left.
    at('2026-08-30T16:00:00.000Z')
    const { months, products, total } = await report('?from=2026-07&to=2026-08')
    expect(july.order).toMatchObject({ net: '30.00', total: '30.00' })
    expect(months.map((one: Loose) => [one.month, one.income, one.earned, one.unearned])).toEqual([
      ['2026-07', '30.00', '0.02', '29.98'],
      ['2026-08', '30.00', '58.04', '1.94'],
    ])
    expect(products).toMatchObject([{ product_id: vipProductId, income: '60.00', earned: '58.06', unearned: '1.94' }])
    expect(total).toMatchObject({ income: '60.00', tax: '0.00', fees: '0.00', cost: '0.00', margin: '60.00' })
  }) // prettier-ignore

  test('that is over says the same later', async () => {
    const before = await report('?from=2026-07&to=2026-07')
    at('2026-11-15T04:00:00.000Z')
    expect(await report('?from=2026-07&to=2026-07')).toEqual(before)
    expect((await report('?from=2026-08&to=2026-08')).total.unearned).toBe('0.02')
  })
})

test('a refund that ends the lease leaves nothing to earn; one that keeps it leaves less', async () => {
  at('2027-01-31T15:59:59.000Z')
  const [ended, kept] = [await bought(), await bought()]
  at('2027-02-14T15:59:59.000Z')
  const january = (await report('?from=2027-01&to=2027-01')).total
  await refund(ended, '15.00', true)
  await refund(kept, '10.00')
  at('2027-02-20T04:00:00.000Z')
  const [first, second] = (await report('?from=2027-01&to=2027-02')).months
  expect(first).toMatchObject({ ...january, month: '2027-01', income: '60.00', refunded: '0.00' })
  expect(second).toMatchObject({ income: '0.00', refunded: '25.00', margin: '-25.00' })
  const left = Date.parse('2027-02-28T15:59:59Z') - Date.parse('2027-02-20T04:00:00Z')
  expect(second.unearned).toBe(((20 * left) / (28 * 86_400_000)).toFixed(2))
})

/** A gateway that keeps 0.18 of every payment. */
const withFee = `export const start = async () => ({ instructions: 'Pay' })
export const notice = async () => ({ isGenuine: false, reason: '', reply: { status: 400, body: '' } })
export const query = async ({ reference }) => ({ status: 'paid', reference, amount: '30.00', transaction: reference, fee: '0.18' })
export const refund = async () => ({ status: 'failed' })
export const queryRefund = async () => ({ status: 'failed' })
export const check = async () => {}`

test('a gateway’s fee counts for the product that was paid', async () => {
  at('2027-03-10T04:00:00.000Z')
  const source = pluginSource(withFee, { id: 'gateway-fee', kind: 'gateway' })
  await shop.asStaff('POST /api/admin/plugins', { source })
  const { data } = await shop.asStaff('POST /api/admin/interfaces', { plugin: 'gateway-fee', name: 'Fee' })
  const buyer = await shop.buyer()
  const order = await shop.order(buyer)
  const { payment } = await shop.begin(buyer, order, { gateway: data.id })
  await shop.asStaff(`POST /api/admin/payments/${payment.id}/ask`)
  await eventually(() => shop.statusOf(order), 'completed')
  const { products } = await report('?from=2027-03&to=2027-03')
  expect(products).toMatchObject([
    { product_id: vipProductId, income: '30.00', fees: '0.18', margin: '29.82' },
  ])
})

describe('money now', () => {
  test('has today beside yesterday, and what wallets are owed', async () => {
    at('2027-04-01T04:00:00.000Z')
    await bought()
    at('2027-04-02T04:00:00.000Z')
    await shop.buyer('12.00')
    await refund(await bought(), '5.00')
    const { data } = await shop.asStaff('GET /api/admin/reports/money')
    expect(data.spans).toMatchObject([
      { span: 'today', income: '30.00', refunded: '5.00', before: { income: '30.00', refunded: '0.00' } },
      { span: 'days_7', income: '60.00', before: { income: '0.00' } },
      { span: 'days_30', received: '30.00', income: '90.00' },
    ])
    // 5.00 and 12.00 of here, 15.00 and 10.00 of before.
    expect(data.owed).toMatchObject({ wallets: '42.00', overdrawn: '0.00', held: '0.00' })
  })
})

describe('what is asked for', () => {
  test.each([
    ['from=2026-13', 'from'],
    ['from=2026-07&to=2026-06', 'to'],
    ['from=2020-01&to=2026-01', 'to'],
  ])('%s is refused', async (query, path) => {
    expect(await shop.asStaff(`GET /api/admin/reports/sales?${query}`)).toMatchObject({ status: 400, errors: [{ path }] })
  }) // prettier-ignore

  test('is a file, too, with numbers that a spreadsheet adds up', async () => {
    const { data } = await shop.asStaff(
      'GET /api/admin/reports/sales/export?from=2027-01&to=2027-02&part=months',
    )
    const [header, , february] = String(data).replace('\ufeff', '').split('\r\n')
    expect(header).toBe('month,income,refunded,tax,fees,cost,losses,margin,earned,unearned')
    expect(february).toMatch(/^2027-02,0\.00,25\.00,0\.00,0\.00,0\.00,0\.00,-25,/)
    const { data: shown } = await shop.asStaff(
      'GET /api/admin/reports/sales/export?part=products&language=zh',
    )
    expect(String(shown)).toMatch(/^商品编号,商品,收入,已退款,税额,手续费,/)
  })
})

test('a change of plan moves what is not yet earned, and months that are over stay as they were', async () => {
  // Midnight of 21 April in Shanghai, to 21 May: 30 days.
  at('2027-04-20T16:00:00.000Z')
  const buyer = await shop.buyer('200.00')
  const dearer = await (await maker(shop.app))('plans', { product_id: vipProductId, cycle: 'monthly', level: 4, price: '90.00' }) // prettier-ignore
  const first = await shop.order(buyer)
  const { data } = await buyer.post(`/api/orders/${first.id}/pay`, { gateway: 'wallet' })
  at('2027-04-30T16:00:00.000Z')
  const april = await report('?from=2027-04&to=2027-04')
  at('2027-05-05T16:00:00.000Z')
  const before = (await report('?from=2027-05&to=2027-05')).total
  const again = await buyer.again()
  const change = await shop.order(again, { plan_id: dearer, lease_id: data.order.lease_id })
  expect(change).toMatchObject({ kind: 'change', credit: '15.00', total: '75.00' })
  await again.post(`/api/orders/${change.id}/pay`, { gateway: 'wallet' })
  const after = (await report('?from=2027-05&to=2027-05')).total
  expect(fen(after.earned)).toBe(fen(before.earned))
  expect(fen(after.unearned)).toBe(fen(before.unearned) + 7_500)
  expect(await report('?from=2027-04&to=2027-04')).toEqual(april)
})

const buying = fc.record({
  quantity: fc.integer({ min: 1, max: 3 }),
  plan: fc.nat({ max: 2 }),
  /** Hours until the next. */
  wait: fc.integer({ min: 1, max: 24 * 40 }),
  refunds: fc.array(fc.record({ percent: fc.integer({ min: 1, max: 99 }), wait: fc.integer({ min: 0, max: 24 * 50 }), ends: fc.boolean() }), { maxLength: 2 }),
}) // prettier-ignore

test('whatever is bought and refunded: earned, not yet earned and refunded make the income, which is the ledger’s', async () => {
  at('2028-01-01T04:00:00.000Z')
  const make = await maker(shop.app)
  const plans = [shop.planId]
  for (const [days, price] of [[45, '7.77'], [400, '199.99']] as const)
    plans.push(await make('plans', { product_id: vipProductId, cycle: 'days', days, level: 2, price })) // prettier-ignore
  const pass = (hours: number) => at(new Date(shop.app.clock.now().getTime() + hours * 3_600_000).toISOString())
  await fc.assert(
    fc.asyncProperty(fc.array(buying, { minLength: 3, maxLength: 6 }), async (purchases) => {
      for (const { quantity, plan, wait, refunds } of purchases) {
        const order = await bought('700.00', { plan_id: plans[plan], quantity })
        for (const one of refunds) {
          pass(one.wait)
          const part = Math.floor((fen(order.total) * one.percent) / 200)
          await refund(order, (part / 100).toFixed(2), one.ends)
        }
        pass(wait)
      }
      const month = shop.app.clock.now().toISOString().slice(0, 4)
      for (const to of [`${month}-12`, `${month}-01`]) await addsUp(to)
    }),
    { numRuns: 4, endOnFailure: true },
  )
}, 120_000) // prettier-ignore

/** The three years until a month: each sum again from the entries, and from its parts. */
async function addsUp(to: string): Promise<void> {
  const from = `${Number(to.slice(0, 4)) - 2}-01`
  const { months, products, cells, total } = await report(`?from=${from}&to=${to}`)
  const { total: before } = await report(`?from=${from}&to=${from}`)
  const start = fen(before.unearned) + fen(before.earned) - fen(before.income) + fen(before.refunded)
  expect(fen(total.earned) + fen(total.unearned) + fen(total.refunded)).toBe(fen(total.income) + start)
  for (const name of ['income', 'refunded', 'tax', 'earned', 'margin'])
    for (const parts of [months, products, cells])
      expect(parts.reduce((sum: number, one: Loose) => sum + fen(one[name]), 0)).toBe(fen(total[name]))
  const { rows } = await shop.app.services.db.query<{ income: string; refunded: string }>(
    `select coalesce(sum(amount) filter (where credit = 'income'), 0.00) as income,
       coalesce(sum(amount) filter (where debit = 'income'), 0.00) as refunded
     from ledger_entry where to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM') between $1 and $2`,
    [from, to],
  )
  expect({ income: total.income, refunded: total.refunded }).toEqual(rows[0])
  expect(fen(total.unearned)).toBeGreaterThanOrEqual(0)
  expect(fen(total.income)).toBeGreaterThan(0)
}

test.each([
  ['finance', 200],
  ['auditor', 200],
  ['support', 403],
] as const)('%s asks for it and gets %i', async (role, status) => {
  const { username } = await hire(shop.app.command({ kind: 'system', name: 'test' }), role)
  const body = { username, password: staffPassword }
  const cookie = cookieOf(await call(shop.app, 'POST /api/admin/login', { body }))
  for (const path of ['sales', 'money', 'sales/export'])
    expect((await call(shop.app, `GET /api/admin/reports/${path}`, { cookie })).status).toBe(status)
})
