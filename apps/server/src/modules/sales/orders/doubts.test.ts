import { DAY_MS, newId } from '@lessor/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Loose } from '../../../../test/calls.ts'
import { newGateway, shippedPlugins } from '../../../../test/gateways/shop.ts'
import { testApp } from '../../../../test/harness.ts'
import { payments } from '../../money/payments/index.ts'
import { eventually, openShop, type Shop } from './testing.ts'

let shop: Shop
beforeAll(async () => void (shop = await openShop(await testApp({ shippedPlugins }))))
afterAll(async () => {
  await shop.yipay.close()
  await shop.app.stop()
})

const begun = async () => {
  const buyer = await shop.buyer()
  const order = await shop.order(buyer)
  return { order, ...(await shop.begin(buyer, order)) }
}
/** Whether there is an open alert about this. */
const isOpen = async (key: string): Promise<boolean> =>
  (await shop.asStaff('GET /api/admin/alerts?state=open')).data.items.some((one: Loose) => one.key === key)
const clear = () => shop.runTask(payments.jobs, 'payments.clear_doubts')

test('a doubt about a payment is gone once it is paid', async () => {
  const { order, payment, reference } = await begun()
  const key = `payments.doubt ${payment.id}`
  expect((await shop.yipay.notify(reference, { fields: { money: '0.01' } })).status).toBe(400)
  await clear()
  expect(await isOpen(key)).toBe(true)
  shop.app.clock.advance(1_000)
  shop.yipay.pay(reference)
  await shop.yipay.notify(reference)
  await eventually(() => shop.statusOf(order), 'completed')
  await clear()
  expect(await isOpen(key)).toBe(false)
})

test('money of another transaction for a payment that is paid stays a doubt', async () => {
  const { order, payment, reference } = await begun()
  shop.yipay.pay(reference)
  await shop.yipay.notify(reference)
  await eventually(() => shop.statusOf(order), 'completed')
  shop.app.clock.advance(1_000)
  await shop.yipay.notify(reference, { fields: { trade_no: newId() } })
  shop.app.clock.advance(3 * DAY_MS)
  await clear()
  expect(await isOpen(`payments.doubt ${payment.id}`)).toBe(true)
})

test('a forged notice is a doubt about its gateway until nothing odd came for a day', async () => {
  const { reference } = await begun()
  const key = `payments.doubt ${shop.gatewayId}`
  await shop.yipay.notify(reference, { key: 'another' })
  shop.app.clock.advance(DAY_MS - 60_000)
  await shop.yipay.notify(reference, { key: 'another' })
  shop.app.clock.advance(2 * 60_000)
  await clear()
  expect(await isOpen(key)).toBe(true)
  shop.app.clock.advance(DAY_MS)
  await clear()
  expect(await isOpen(key)).toBe(false)
})

test('a refund that waits for staff is none any more once they say how it ended', async () => {
  const account = { holder: 'Shop', bank: 'ICBC', account: '6222' }
  const bank = await newGateway(shop.app, 'gateway-banktransfer', account)
  const buyer = await shop.buyer()
  const order = await shop.order(buyer)
  const { payment } = await shop.begin(buyer, order, { gateway: bank })
  const confirmed = { amount: '30.00', transaction: newId() }
  await shop.asStaff(`POST /api/admin/payments/${payment.id}/confirm`, confirmed)
  await eventually(() => shop.statusOf(order), 'completed')
  const body = { amount: '10.00', to: 'gateway', reason: 'Sorry' }
  await shop.asStaff(`POST /api/admin/orders/${order.id}/refund`, body)
  await shop.runTask(payments.jobs, 'payments.send_refunds')
  const { id } = (await shop.asStaff(`GET /api/admin/refunds?for_id=${order.id}`)).data.items[0]
  expect(await isOpen(`payments.refund ${id}`)).toBe(true)
  shop.app.clock.advance(1_000)
  await shop.asStaff(`POST /api/admin/refunds/${id}/finish`, { done: true })
  await clear()
  expect(await isOpen(`payments.refund ${id}`)).toBe(false)
})

test('a notice that had to be asked about is accepted once its gateway says the same', async () => {
  const { order, payment, reference } = await begun()
  await shop.yipay.notify(reference)
  const verdict = async () =>
    (await shop.asStaff(`GET /api/admin/payment-notices?payment_id=${payment.id}`)).data.items[0].verdict
  expect(await verdict()).toBe('asking')
  shop.yipay.pay(reference)
  await shop.asStaff(`POST /api/admin/payments/${payment.id}/ask`)
  await eventually(() => shop.statusOf(order), 'completed')
  expect(await verdict()).toBe('accepted')
})
