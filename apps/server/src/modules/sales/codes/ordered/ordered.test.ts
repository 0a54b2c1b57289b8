import { newId } from '@lessor/kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Loose } from '../../../../../test/calls.ts'
import { shippedPlugins } from '../../../../../test/gateways/shop.ts'
import { testApp } from '../../../../../test/harness.ts'
import { offerPlan } from '../../../leasing/catalog/testing.ts'
import { verifyBooks } from '../../orders/index.ts'
import { eventually, openShop, type Buyer, type Shop } from '../../orders/testing.ts'
import { issueOrdered } from './issue-ordered.ts'
import { orderedJobs } from './jobs.ts'

let shop: Shop
let planId: string
beforeAll(async () => {
  shop = await openShop(await testApp({ shippedPlugins }))
  const plan = { cycle: 'days', days: 30, level: 3, count: 5, price: '50.00' }
  ;({ planId } = await offerPlan(shop.app, { product: { kind: 'codes', stock: 1_000 }, plan }))
})
afterAll(async () => {
  await shop.yipay.close()
  await shop.app.stop()
})

const system = () => shop.app.command({ kind: 'system', name: 'test' })
const query = async (sql: string, values: unknown[] = []): Promise<Loose[]> =>
  (await shop.app.services.db.query<Loose>(sql, values)).rows
const payBy = async (buyer: Buyer, more: object = {}) => {
  const order = await shop.order(buyer, { plan_id: planId, ...more })
  expect((await buyer.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })).code).toBe(0)
  return order
}
/** Codes that somebody bought, once they are there. */
async function bought(buyer: Buyer, more: object = {}) {
  const order = await payBy(buyer, more)
  await eventually(() => shop.statusOf(order), 'completed')
  const { data } = await buyer.get(`/api/orders/${order.id}/codes`)
  return { order, texts: data.items.map(({ code }: Loose) => code) as string[] }
}
const redeem = ({ post }: Buyer, card_code: string) => post('/api/recharge', { card_code })
const refund = (order: Loose, amount: string, time = 'all') =>
  shop.asStaff(`POST /api/admin/orders/${order.id}/refund`, {
    amount,
    to: 'wallet',
    time,
    override: true,
    reason: 'Sorry',
  })

describe('an order of codes', () => {
  test('brings codes that its buyer sees, gives away, and gets told of', async () => {
    const [alice, bob] = [await shop.buyer('100.00'), await shop.buyer()]
    await query(
      `update accounts_account set email = 'alice@example.com', email_key = 'alice@example.com', email_verified_at = now() where id = $1`,
      [alice.id],
    )
    const { order, texts } = await bought(alice, { quantity: 2 })
    expect(new Set(texts).size).toBe(10)
    expect(await redeem(bob, texts[3] ?? '')).toMatchObject({ code: 0, data: { added_days: 30, level: 3 } })
    expect(await shop.levelOf(bob)).toBe(3)
    const { data } = await alice.get(`/api/orders/${order.id}/codes?limit=4`)
    expect(data).toMatchObject({ batch: { level: 3, days: 30, count: 10, used: 1 }, next_cursor: expect.any(String) })
    expect(data.items.map(({ status }: Loose) => status)).toEqual(['unused', 'unused', 'unused', 'used'])
    const rest = (await alice.get(`/api/orders/${order.id}/codes?cursor=${data.next_cursor}`)).data
    expect([...data.items, ...rest.items].map(({ code }: Loose) => code)).toEqual(texts)
    expect((await bob.get(`/api/orders/${order.id}/codes`)).code).toBe('not_found')
    const mails = await query(`select template from notify_mail where recipient = 'alice@example.com'`)
    expect(mails.map(({ template }) => template)).toContain('codes_ready')
  }) // prettier-ignore

  test('has them as a file, without who used them', async () => {
    const alice = await shop.buyer('50.00')
    const { order, texts } = await bought(alice)
    const file = (await alice.get(`/api/orders/${order.id}/codes/export`)).data as string
    expect(file.replace('\uFEFF', '').trim().split('\r\n')).toEqual([
      'code,level,days,status,expires_at,used_at,value',
      ...texts.map((text) => expect.stringMatching(new RegExp(`^${text},3,30,unused,`))),
    ])
    const bob = await shop.buyer()
    expect((await bob.get(`/api/orders/${order.id}/codes/export`)).code).toBe('not_found')
  })

  test('is found from its batch, and its batch from it', async () => {
    const { order } = await bought(await shop.buyer('50.00'))
    const { data } = await shop.asStaff(`GET /api/admin/code-batches?order_id=${order.id}`)
    expect(data.items).toMatchObject([{ order_id: order.id, count: 5, amount: '10.00', level: 3 }])
    const { story } = (await shop.asStaff(`GET /api/admin/orders/${order.id}`)).data
    expect(story).toContainEqual(
      expect.objectContaining({ what: 'paid > completed', note: '5 codes issued' }),
    )
  })

  test('brings one batch, however often its event comes', async () => {
    const { order } = await bought(await shop.buyer('50.00'))
    await Promise.all(Array.from({ length: 200 }, () => issueOrdered(system(), order.id)))
    const codes = `select count(*)::int as codes from codes_code c join codes_batch b on b.id = c.batch_id where order_id = $1`
    expect(await query(codes, [order.id])).toEqual([{ codes: 5 }])
    const again = `insert into codes_batch select * from jsonb_populate_record(null::codes_batch,
      (select to_jsonb(b) || jsonb_build_object('id', $2::text) from codes_batch b where order_id = $1))`
    await expect(query(again, [order.id, newId()])).rejects.toThrow('codes_batch_order')
  })

  test('of too many codes is refused', async () => {
    const { planId: many } = await offerPlan(shop.app, {
      product: { kind: 'codes' },
      plan: { cycle: 'days', days: 1, level: 1, count: 60_000, price: '1.00' },
    })
    const answer = await (await shop.buyer()).post('/api/orders/quote', { plan_id: many, quantity: 2 })
    expect(answer.errors).toMatchObject([{ path: 'quantity' }])
  })
})

describe('a refund of codes', () => {
  test('proposes the value of the unused ones, revokes them, and keeps those that were used', async () => {
    const [alice, bob] = [await shop.buyer('50.00'), await shop.buyer()]
    const { order, texts } = await bought(alice)
    await redeem(bob, texts[0] ?? '')
    await redeem(alice, texts[1] ?? '')
    const { data } = await shop.asStaff(`GET /api/admin/orders/${order.id}/refund`)
    expect(data).toMatchObject({ left: '50.00', unused: '30.00' })
    expect((await refund(order, '30.00')).code).toBe(0)
    expect(await shop.walletOf(alice)).toBe('30.00')
    expect((await redeem(bob, texts[2] ?? '')).code).toBe('code_revoked')
    expect(await shop.levelOf(bob)).toBe(3)
    const after = (await shop.asStaff(`GET /api/admin/orders/${order.id}/refund`)).data
    expect(after).toMatchObject({ left: '20.00', unused: '0.00' })
  })

  test('of a share takes that share of the unused ones, rounded down', async () => {
    const { order } = await bought(await shop.buyer('50.00'))
    expect((await refund(order, '29.99', 'share')).code).toBe(0)
    const { data } = await shop.asStaff(`GET /api/admin/code-batches?order_id=${order.id}`)
    expect(data.items).toMatchObject([{ unused: 3, revoked: 2 }])
  })

  test('while its codes are redeemed leaves each of them either used or revoked', async () => {
    for (let round = 0; round < 5; round++) {
      const alice = await shop.buyer('200.00')
      const bobs = await Promise.all(Array.from({ length: 20 }, () => shop.buyer()))
      const { order, texts } = await bought(alice, { quantity: 4 })
      const redeemed = bobs.map((bob, i) => redeem(bob, texts[i] ?? ''))
      const [refunded, ...answers] = await Promise.all([refund(order, '100.00'), ...redeemed])
      expect(refunded.code).toBe(0)
      const used = answers.filter(({ code }) => code === 0).length
      expect(answers.filter(({ code }) => code === 'code_revoked')).toHaveLength(20 - used)
      const ends = `select count(used_at)::int as used, count(revoked_at)::int as revoked from codes_code c
        join codes_batch b on b.id = c.batch_id where order_id = $1`
      expect(await query(ends, [order.id])).toEqual([{ used, revoked: 20 - used }])
      const given = `select count(*)::int as given from leases_entry where source = 'code' and source_id in
        (select c.id from codes_code c join codes_batch b on b.id = c.batch_id where order_id = $1)`
      expect(await query(given, [order.id])).toEqual([{ given: used }])
    }
  })
})

test('an order whose codes can’t be issued is cancelled, its money in the wallet; staff get an alert', async () => {
  const alice = await shop.buyer('50.00')
  await query(`alter table codes_batch add constraint broken check (order_id is null) not valid`)
  const order = await payBy(alice)
  await expect(issueOrdered(system(), order.id)).rejects.toThrow('broken')
  expect(await shop.statusOf(order)).toBe('paid')
  const [job] = orderedJobs
  const giveUp = async () => job?.temper.onGivenUp?.(system(), { order_id: order.id })
  await Promise.all([giveUp(), giveUp()])
  await query(`alter table codes_batch drop constraint broken`)
  expect(await shop.statusOf(order)).toBe('cancelled')
  expect(await shop.walletOf(alice)).toBe('50.00')
  // What is tried once more does nothing.
  await issueOrdered(system(), order.id)
  expect(await query(`select id from codes_batch where order_id = $1`, [order.id])).toEqual([])
  const { items } = (await shop.asStaff('GET /api/admin/alerts')).data
  expect(items).toContainEqual(expect.objectContaining({ path: `/admin/orders/${order.id}` }))
  expect((await verifyBooks(shop.app.services)).problems).toEqual([])
})
