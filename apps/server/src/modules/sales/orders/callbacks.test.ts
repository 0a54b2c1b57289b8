import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedPlugins } from '../../../../test/gateways/shop.ts'
import type { YipayNotice } from '../../../../test/gateways/yipay.ts'
import { testApp } from '../../../../test/harness.ts'
import { eventually, openShop, type Shop } from './testing.ts'
import { verifyBooks } from './verify-books.ts'

// What a gateway really signed, sent for something else or at another time than it was meant for.

let shop: Shop
beforeAll(async () => void (shop = await openShop(await testApp({ shippedPlugins }))))
afterAll(async () => {
  await shop.yipay.close()
  await shop.app.stop()
})

/** An order that one customer paid, and another one's that nobody did, both begun at the gateway. */
async function paidAndUnpaid(quantity: number) {
  const [alice, bob] = [await shop.buyer(), await shop.buyer()]
  const mine = await shop.order(alice)
  const other = await shop.order(bob, { quantity })
  const paid = await shop.begin(alice, mine)
  const unpaid = await shop.begin(bob, other)
  shop.yipay.pay(paid.reference)
  return { alice, bob, mine, other, paid, unpaid }
}

test.each<[string, number, YipayNotice]>([
  ['of the same price', 1, {}],
  ['of the same price, without our word for it', 1, { fields: { param: undefined } }],
  ['of twice the price', 2, {}],
])('a genuine notice sent for another order %s pays nothing', async (_what, quantity, notice) => {
  const { other, paid, unpaid } = await paidAndUnpaid(quantity)
  const fields = { ...notice.fields, out_trade_no: unpaid.reference }
  for (let i = 0; i < 5; i++) await shop.yipay.notify(paid.reference, { fields })
  await new Promise((done) => setTimeout(done, 500))
  expect(await shop.statusOf(other)).toBe('pending')
})

test('a genuine notice that comes 20 times after the order was refunded changes nothing', async () => {
  const { alice, mine, paid } = await paidAndUnpaid(1)
  await shop.yipay.notify(paid.reference)
  await eventually(() => shop.statusOf(mine), 'completed')
  const body = { amount: '30.00', to: 'wallet', time: 'all', override: true, reason: 'A test' }
  const refunded = await shop.asStaff(`POST /api/admin/orders/${mine.id}/refund`, body)
  expect(refunded.code).toBe(0)
  const answers = await Promise.all(Array.from({ length: 20 }, () => shop.yipay.notify(paid.reference)))
  expect(answers.every(({ body: said }) => said === 'success')).toBe(true)
  expect(await shop.statusOf(mine)).toBe('refunded')
  expect(await shop.walletOf(alice)).toBe('30.00')
  expect(await shop.levelOf(alice)).toBe(0)
})

test('notices out of order, before and after payment, of two orders at once, pay each of them once', async () => {
  const { alice, bob, mine, other, paid, unpaid } = await paidAndUnpaid(1)
  // The second one's comes before anybody paid it.
  await Promise.all([unpaid, paid, paid, unpaid].map(({ reference }) => shop.yipay.notify(reference)))
  await eventually(() => shop.statusOf(mine), 'completed')
  expect(await shop.statusOf(other)).toBe('pending')
  shop.yipay.pay(unpaid.reference)
  await Promise.all([unpaid, paid, unpaid].map(({ reference }) => shop.yipay.notify(reference)))
  await eventually(() => shop.statusOf(other), 'completed')
  for (const one of [alice, bob]) expect(await shop.walletOf(one)).toBe('0.00')
})

test('the books hold after all of it', async () => {
  expect((await verifyBooks(shop.app.services)).problems).toEqual([])
})
