import { newId } from '@lessor/kit'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, ownerCookie, signedIn } from '../../../../test/calls.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { long } from '../../../../test/long.ts'
import { permissionsOf } from '../../people/staff/index.ts'
import { pluginSource } from '../../core/plugins/testing.ts'
import { beginTopUp } from '../../money/payments/index.ts'
import { maker, offerVip } from '../../leasing/catalog/testing.ts'
import { makeCoupon } from '../coupons/testing.ts'
import { vipProductId } from '../../leasing/catalog/index.ts'
import { leasesHeldBy } from '../../leasing/leases/index.ts'
import type { Command, CustomerCommand } from '../../../platform/command.ts'
import { cancelOrder } from './cancel-order.ts'
import { createOrder } from './create-order.ts'
import { payOrder } from './pay-order.ts'
import { settleOrder } from './settle-order.ts'
import { verifyBooks } from './verify-books.ts'

// Random operations by many at once, with connections killed under them: whatever happens, the books say the same as the
// orders, the payments and the leases.

const bank = `export const start = async () => ({ instructions: 'Pay' })
export const notice = async () => ({ isGenuine: false, reason: '', reply: { status: 400, body: '' } })
export const query = async () => ({ status: 'unknown' })
export const refund = async () => ({ status: 'failed' })
export const queryRefund = async () => ({ status: 'failed' })
export const check = async () => {}`

const plans = ['30.00', '7.77', '0.01']
const stock = 400
let app: TestApp
let gateways: string[] = []
const planIds: string[] = []
const accounts: string[] = []
/** One that runs out, one that each account has twice, one that leaves nothing to pay. */
const coupons: string[] = []
const tokens: string[] = []
/** Worth 5.00 each. */
let vouchers: string[] = []

beforeAll(async () => {
  app = await testApp()
  const cookie = await ownerCookie(app)
  await call(app, 'POST /api/admin/plugins', {
    cookie,
    body: { source: pluginSource(bank, { id: 'gateway-bank', kind: 'gateway' }) },
  })
  gateways = await Promise.all(['One', 'Two'].map(async (name) => {
    const made = await call(app, 'POST /api/admin/interfaces', { cookie, body: { plugin: 'gateway-bank', name } })
    return made.data.id as string
  })) // prettier-ignore
  planIds.push(await offerVip(app, { price: plans[0] }))
  const make = await maker(app)
  for (const [i, price] of plans.slice(1).entries())
    planIds.push(
      await make('plans', { product_id: vipProductId, cycle: 'days', days: 10 + i, level: 2 + i, price }),
    )
  await call(app, `PATCH /api/admin/products/${vipProductId}`, { cookie, body: { stock } })
  for (const fields of [
    { percent: '12.5', max_uses: 6 },
    { percent: '50', per_account: 2 },
    { amount: '5.00', max_uses: 40 },
  ])
    coupons.push((await makeCoupon(app, fields)).id)
  for (let i = 0; i < 6; i++) {
    const { token } = await signedIn(app, `owner${i}`)
    const id = (await call(app, 'GET /api/users/me', { token })).data.id as string
    accounts.push(id)
    tokens.push(token)
    const body = { direction: 'add', amount: '60.00', reason: 'A test' }
    const headers = { 'Idempotency-Key': newId() }
    await call(app, `POST /api/admin/accounts/${id}/wallet/adjust`, { cookie, body, headers })
    if (i % 2)
      await call(app, `PATCH /api/admin/accounts/${id}/wallet`, { cookie, body: { credit_limit: '5' } })
  }
  const issued = await call(app, 'POST /api/admin/code-batches', {
    cookie,
    body: { worth: 'money', value: '5.00', count: 200 },
  })
  vouchers = issued.data.codes as string[]
}, 120_000)
afterAll(() => app.stop())

const customer = (i: number): CustomerCommand =>
  app.command({
    kind: 'account',
    id: accounts[i % accounts.length] ?? '',
    name: 'customer',
    sessionId: newId(),
  })
const staff = (): Command =>
  app.command({ kind: 'staff', id: newId(), name: 'staff', permissions: permissionsOf('owner') })

const operation = fc.record({
  what: fc.constantFrom(
    'create',
    'create',
    'create',
    'create',
    'wallet',
    'wallet',
    'gateway',
    'gateway',
    'mixed',
    'mixed',
    'receive',
    'receive',
    'receive',
    'settle',
    'settle',
    'cancel',
    'top_up',
    'top_up',
    'voucher',
    'voucher',
    'lease',
    'lease',
  ),
  who: fc.nat({ max: 5 }),
  which: fc.nat({ max: 1_000 }),
  /** Fen more or less than asked for. */
  off: fc.constantFrom(0, 0, 0, 0, 500, -500),
})
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never

/** What an operation does; each of them twice at once, as clicks and callbacks come. */
async function act({ what, who, which, off }: Operation, made: string[]): Promise<unknown> {
  const orderId = made[which % Math.max(1, made.length)] ?? newId()
  const gateway = gateways[which % 2] ?? ''
  const owner = ownerOf.get(orderId) ?? who
  const twice = (work: () => Promise<unknown>) => Promise.allSettled([work(), work()])
  const pay = (by: string, useWallet: boolean) =>
    twice(() => payOrder(customer(owner), { orderId, gateway: by, useWallet, base: app.url }))
  switch (what) {
    case 'create': {
      const id = coupons[which % 8]
      const wanted = { planId: planIds[which % 3] ?? '', quantity: 1 + (which % 2), specs: {}, ...(id && { coupon: { id } }) }
      const order = await createOrder(customer(who), wanted)
      ownerOf.set(order.id, who)
      return made.push(order.id)
    }
    case 'lease': {
      const order = await renewOrChange(who, planIds[which % 3] ?? '')
      if (order) ownerOf.set(order.id, who)
      return order && made.push(order.id)
    }
    case 'wallet':
      return pay('wallet', false)
    case 'gateway':
    case 'mixed':
      return pay(gateway, what === 'mixed')
    case 'receive':
      return receive(which, off)
    case 'top_up':
      return twice(() => beginTopUp(customer(who), { amountFen: 1_000 + (which % 3), gateway, base: app.url }))
    case 'voucher':
      return twice(() => redeem(who, which))
    case 'settle':
      return twice(() => settleOrder(staff(), orderId))
    case 'cancel':
      return twice(() => cancelOrder(customer(owner), { orderId, reason: '' }))
  }
} // prettier-ignore

const ownerOf = new Map<string, number>()

/** A code is redeemed, maybe one that was redeemed before. */
const redeem = (who: number, which: number) =>
  call(app, 'POST /api/recharge', {
    token: tokens[who] ?? '',
    body: { card_code: vouchers[which % vouchers.length] },
    headers: { 'Idempotency-Key': newId() },
  })

/** An order for the lease that somebody holds, a little later: a renewal, or a change to another level; of two, one is made. */
async function renewOrChange(who: number, planId: string) {
  const { actor } = customer(who)
  const [lease] = await leasesHeldBy.all(app.services.db, { accountId: actor.id })
  if (!lease) return undefined
  app.clock.advance(5_000)
  const create = () => createOrder(customer(who), { planId, quantity: 1, specs: {}, leaseId: lease.id })
  const [one, other] = await Promise.allSettled([create(), create()])
  return one.status === 'fulfilled' ? one.value : other.status === 'fulfilled' ? other.value : undefined
}

/** Money for some payment comes in, twice at once: as much as asked for, more or less, also when the attempt has ended. */
async function receive(which: number, off: number): Promise<void> {
  const { rows } = await app.services.db.query<{ id: string; amount: string }>(
    `select id, amount from payments_payment where status in ('pending', 'failed') order by id offset $1 limit 1`,
    [which % 5],
  )
  const [payment] = rows
  if (!payment) return
  const cookie = await owner()
  const amount = Math.max(1, Math.round(Number(payment.amount) * 100) + off) / 100
  const body = { amount: amount.toFixed(2), transaction: newId() }
  const confirm = () => call(app, `POST /api/admin/payments/${payment.id}/confirm`, { cookie, body })
  await Promise.allSettled([confirm(), confirm()])
}
let signedInOwner: Promise<string> | undefined
const owner = () => (signedInOwner ??= ownerCookie(app))

/** Ends a random connection of the server's every few milliseconds, whatever it is about to commit. */
async function killing(work: () => Promise<void>): Promise<number> {
  const client = new pg.Client({ connectionString: app.databaseUrl })
  await client.connect()
  let isOver = false
  let killed = 0
  const kills = (async () => {
    while (!isOver) {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
         and application_name = 'lessor' and state <> 'idle' and xact_start is not null order by random() limit 1`,
      )
      killed += rowCount ?? 0
      await new Promise((done) => setTimeout(done, 60))
    }
  })()
  await work().finally(() => (isOver = true))
  await kills
  await client.end()
  return killed
}

const sums = async () => {
  const { rows } = await app.services.db.query<Record<string, string>>(
    `select
       (select coalesce(sum(total - refunded), 0) from orders_order where status = 'completed') as sold,
       (select coalesce(sum(case when credit in ('income', 'tax') then amount when debit in ('income', 'tax') then -amount end), 0) from ledger_entry) as earned,
       (select coalesce(sum(amount - fee), 0) from payments_payment where status = 'success') as received,
       (select coalesce(sum(case when debit = 'gateway' then amount when credit = 'gateway' then -amount end), 0) from ledger_entry) as gateway,
       (select coalesce(sum(amount), 0) from payments_payment where status = 'success' and for_kind = 'top_up') as topped_up,
       (select coalesce(sum(amount), 0) from ledger_entry where cause = 'top_up' and debit = 'gateway' and credit = 'wallet') as top_ups,
       (select coalesce(sum(b.value), 0) from codes_code c join codes_batch b on b.id = c.batch_id where c.used_at is not null and b.worth = 'money') as redeemed,
       (select coalesce(sum(amount), 0) from ledger_entry where cause = 'code' and debit = 'vouchers' and credit = 'wallet') as vouchers,
       (select count(*) from ledger_balance b join orders_order o on o.id = b.of and b.account = 'held' where o.status <> 'pending' and b.balance <> 0) as held_for_closed,
       (select count(*) from orders_order o where (o.status = 'completed') <> exists (select 1 from leases_entry e where e.source = 'order' and e.source_id = o.id)) as without_lease,
       (select count(*) from payments_payment p where p.status = 'pending' and exists (select 1 from orders_order o where o.id = p.for_id and o.status <> 'pending')) as payable_though_closed,
       (select stock from catalog_product where id = '${vipProductId}') + (select coalesce(sum(quantity), 0) from orders_order where stock_taken) as stock,
       (select count(*) from (select id, coupon_id, discount from orders_order where coupon_id is not null and status <> 'cancelled') o
         full join coupons_use u on u.order_id = o.id and u.coupon_id = o.coupon_id and u.discount = o.discount
         where o.id is null or u.order_id is null) as uses_without_order,
       (select count(*) from coupons_coupon c where used <> (select count(*) from coupons_use u where u.coupon_id = c.id)) as miscounted_coupons,
       (select count(*) from coupons_use) as coupons_used`,
    [],
  )
  return rows[0] ?? {}
} // prettier-ignore

const kindsPaid = async () => {
  const { rows } = await app.services.db.query<{ kind: string }>(
    `select distinct kind from orders_order where status = 'completed' order by kind`,
    [],
  )
  return rows.map(({ kind }) => kind)
}

test('the books hold under random operations, repeats and killed connections', async () => {
  let killed = 0
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 150, maxLength: 200 }), async (operations) => {
      const made: string[] = []
      killed += await killing(async () => {
        const waiting = operations.values()
        const worker = async () => {
          for (const one of waiting) await act(one, made).catch(() => undefined)
        }
        await Promise.all(Array.from({ length: 8 }, worker))
      })
      // Whatever a killed process left is taken up by the jobs.
      for (const id of ownerOf.keys()) await settleOrder(staff(), id)
      expect((await verifyBooks(app.services)).problems).toEqual([])
      const found = await sums()
      expect(found).toMatchObject({ held_for_closed: 0, without_lease: 0, payable_though_closed: 0, stock, uses_without_order: 0, miscounted_coupons: 0 })
      expect([found['earned'], found['gateway']]).toEqual([found['sold'], found['received']])
      expect([found['top_ups'], found['vouchers']]).toEqual([found['topped_up'], found['redeemed']])
    }),
    { numRuns: long ? 100 : 4, endOnFailure: true },
  )
  // Enough of each came through.
  expect(killed).toBeGreaterThan(10)
  const end = await sums()
  expect(end['sold']).not.toBe('0.00')
  expect(Number(end['coupons_used'])).toBeGreaterThan(5)
  for (const what of ['top_ups', 'vouchers']) expect(Number(end[what])).toBeGreaterThan(0)
  expect(await kindsPaid()).toEqual(['change', 'new', 'renew'])
}, long ? 3_600_000 : 180_000) // prettier-ignore
