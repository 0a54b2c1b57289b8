import { DAY_MS } from '@lessor/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedPlugins } from '../../../../../test/gateways/shop.ts'
import { testApp } from '../../../../../test/harness.ts'
import { eventually, openShop, type Buyer, type Shop } from '../testing.ts'

let shop: Shop
beforeAll(async () => void (shop = await openShop(await testApp({ shippedPlugins }))))
afterAll(async () => {
  await shop.yipay.close()
  await shop.app.stop()
})

const buy = async (buyer: Buyer) => {
  const order = await shop.order(buyer)
  await buyer.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })
  return order
}
const invoicesOf = async ({ id }: Buyer) =>
  (await shop.asStaff(`GET /api/admin/invoices?account_id=${id}`)).data.items

test('orders of a period are billed together: one invoice for each customer, each order once', async () => {
  const changed = await shop.asStaff('PATCH /api/admin/settings', { invoices: { billing: 'batch' } })
  expect(changed.code).toBe(0)
  const [alice, bob] = [await shop.buyer('90.00'), await shop.buyer('30.00')]
  await buy(alice)
  const second = await buy(alice)
  await buy(bob)
  const now = shop.app.clock.now().getTime()
  const body = { from: new Date(now - DAY_MS).toISOString(), to: new Date(now + DAY_MS).toISOString() }
  const seen = await shop.asStaff(
    `GET /api/admin/invoice-batches/preview?${new URLSearchParams(body).toString()}`,
  )
  expect(seen.data).toEqual({ customers: 2, orders: 3, total: '90.00' })
  // A refund bills its own order by itself, for its credit note.
  const refund = { amount: '30.00', to: 'wallet', reason: 'Sorry' }
  expect((await shop.asStaff(`POST /api/admin/orders/${second.id}/refund`, refund)).code).toBe(0)
  await eventually(async () => (await invoicesOf(alice)).length, 2)
  const made = await shop.asStaff('POST /api/admin/invoice-batches', body)
  expect(made.data).toEqual({ invoices: 2, customers: 2, orders: 2, total: '60.00' })
  expect((await shop.asStaff('POST /api/admin/invoice-batches', body)).data.invoices).toBe(0)
  await eventually(async () => (await invoicesOf(bob))[0]?.status, 'paid')
  expect(await invoicesOf(bob)).toMatchObject([{ total: '30.00', kind: 'invoice' }])
  const early = { ...body, to: body.from, issue: false }
  expect((await shop.asStaff('POST /api/admin/invoice-batches', early)).data.invoices).toBe(0)
})
