import { DAY_MS } from '@lessor/kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Loose } from '../../../../../test/calls.ts'
import { shippedPlugins } from '../../../../../test/gateways/shop.ts'
import { testApp } from '../../../../../test/harness.ts'
import { openShop, type Buyer, type Shop } from '../testing.ts'
import { verifyBooks } from '../verify-books.ts'

let shop: Shop
beforeAll(async () => void (shop = await openShop(await testApp({ shippedPlugins }))))
afterAll(async () => {
  await shop.yipay.close()
  await shop.app.stop()
})

const paid = async () => {
  const buyer = await shop.buyer('30.00')
  const order = await shop.order(buyer)
  await buyer.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })
  return { buyer, order }
}
const refund = (order: Loose, body: object) =>
  shop.asStaff(`POST /api/admin/orders/${order.id}/refund`, { to: 'wallet', reason: 'Sorry', ...body })
const proposal = async (order: Loose) => (await shop.asStaff(`GET /api/admin/orders/${order.id}/refund`)).data
const orderOf = async (order: Loose) => (await shop.asStaff(`GET /api/admin/orders/${order.id}`)).data.order
const later = (days: number) => shop.app.clock.advance(days * DAY_MS)

describe('what staff refund', () => {
  test('outside of the policy of the product has to be confirmed, and the audit log says so', async () => {
    await shop.refunds('wallet', 7)
    const { order } = await paid()
    expect(await proposal(order)).toMatchObject({ policy: 'wallet', allowed: ['wallet'], to: 'wallet' })
    expect((await refund(order, { amount: '1.00' })).code).toBe(0)
    expect((await refund(order, { amount: '1.00', to: 'gateway' })).code).toBe('outside_refund_policy')
    later(8)
    expect(await proposal(order)).toMatchObject({ allowed: [], left: '29.00' })
    expect((await refund(order, { amount: '2.00' })).code).toBe('outside_refund_policy')
    expect((await refund(order, { amount: '2.00', override: true })).data.refunded).toBe('3.00')
    const log = await shop.asStaff('GET /api/admin/logs/audit?action=orders.order_refunded')
    expect(log.data.items[0].after).toMatchObject({ outside_policy: true, reason: 'Sorry' })
    await shop.refunds('none', 7)
    expect((await refund((await paid()).order, { amount: '1.00' })).code).toBe('outside_refund_policy')
  })

  test('takes the share of the time that the amount is, and the order ends then', async () => {
    await shop.refunds('wallet', 30)
    const { order } = await paid()
    const { starts_at, ends_at } = await orderOf(order)
    const wholeMs = Date.parse(ends_at) - Date.parse(starts_at)
    expect((await refund(order, { amount: '10.00' })).code).toBe(0)
    const after = await orderOf(order)
    expect(Date.parse(after.ends_at) - Date.parse(starts_at)).toBe(wholeMs - Math.floor(wholeMs / 3))
    // Nothing of it is used: what is left is worth what is left.
    expect((await proposal(order)).unused).toBe('20.00')
    expect((await refund(order, { amount: '1.00', time: 'none' })).data.ends_at).toBe(after.ends_at)
    expect((await refund(order, { amount: '19.00' })).data.ends_at).toBe(starts_at)
  })
})

describe('what a customer gives back', () => {
  const offered = async (buyer: Buyer, order: Loose) =>
    (await buyer.get(`/api/orders/${order.id}/refund`)).data.amount
  const give = (buyer: Buyer, order: Loose, amount: string) =>
    buyer.post(`/api/orders/${order.id}/refund`, { amount })

  test('is what is unused, within the window: into the wallet once, and the time goes', async () => {
    await shop.refunds('wallet', 7)
    const { buyer, order } = await paid()
    expect(await offered(buyer, order)).toBe('30.00')
    expect((await give(buyer, order, '30.01')).code).toBe('refund_not_offered')
    expect((await give(buyer, order, '10.00')).code).toBe('refund_not_offered')
    const answers = await Promise.all(Array.from({ length: 20 }, () => give(buyer, order, '30.00')))
    expect(answers.filter(({ code }) => code === 0)).toHaveLength(1)
    expect(await shop.walletOf(buyer)).toBe('30.00')
    expect(await shop.levelOf(buyer)).toBe(0)
    expect(await orderOf(order)).toMatchObject({ status: 'refunded', refunded: '30.00' })
  })

  test('holds for ten minutes as it was shown', async () => {
    await shop.refunds('gateway', 30)
    const { buyer, order } = await paid()
    later(10)
    const again = await buyer.again()
    const shown = await offered(again, order)
    expect(Number(shown)).toBeCloseTo(20, 0)
    shop.app.clock.advance(9 * 60_000)
    expect((await give(again, order, shown)).data).toMatchObject({ status: 'completed', refunded: shown })
    expect(await offered(again, order)).toBe('0.00')
  })

  test.each([
    ['the product refunds nothing', 'none', 30, 0],
    ['the window is over', 'wallet', 7, 8],
  ])('is nothing when %s', async (_, policy, days, after) => {
    await shop.refunds(policy, days)
    const { buyer, order } = await paid()
    later(after)
    const again = await buyer.again()
    expect(await offered(again, order)).toBe('0.00')
    expect((await give(again, order, '30.00')).code).toBe('refund_not_offered')
  })
})

test('the books hold after all of it', async () => {
  expect((await verifyBooks(shop.app.services)).problems).toEqual([])
})
