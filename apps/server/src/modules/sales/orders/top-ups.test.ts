import { DAY_MS, HOUR_MS } from '@lessor/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newGateway, shippedPlugins } from '../../../../test/gateways/shop.ts'
import { testApp } from '../../../../test/harness.ts'
import { eventually, openShop, type Buyer, type Shop } from './testing.ts'
import { verifyBooks } from './verify-books.ts'

let shop: Shop
beforeAll(async () => void (shop = await openShop(await testApp({ shippedPlugins }))))
afterAll(async () => {
  await shop.yipay.close()
  await shop.app.stop()
})

const begin = async ({ post }: Buyer, amount = '30.00', gateway = shop.gatewayId) => {
  const { data, code } = await post('/api/wallet/top-ups', { amount, gateway })
  expect(code).toBe(0)
  return { ...data, reference: data.id.replaceAll('-', '') }
}

test('a top-up counts once, however often its notice comes, and pays an order', async () => {
  const alice = await shop.buyer()
  const { id, reference, qr_code } = await begin(alice)
  expect(qr_code).toContain('http')
  shop.yipay.pay(reference)
  await Promise.all(Array.from({ length: 20 }, () => shop.yipay.notify(reference)))
  await eventually(() => shop.walletOf(alice), '30.00')
  await shop.yipay.notify(reference)
  expect((await alice.get(`/api/wallet/top-ups/${id}`)).data.status).toBe('success')
  const { items } = (await alice.get('/api/wallet/movements')).data
  expect(items).toMatchObject([{ type: 'top_up', amount: '30.00', balance_after: '30.00' }])
  const order = await shop.order(alice)
  await alice.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })
  expect([await shop.statusOf(order), await shop.walletOf(alice)]).toEqual(['completed', '0.00'])
  const { data } = await shop.asStaff(`GET /api/admin/payments?for_kind=top_up&account_id=${alice.id}`)
  expect(data.items).toMatchObject([{ amount: '30.00', status: 'success' }])
  expect((await verifyBooks(shop.app.services)).problems).toEqual([])
})

test.each<[string, (reference: string) => Promise<{ status: number }>]>([
  ['a forged sign', (reference) => shop.yipay.notify(reference, { key: 'another' })],
  ['another amount, signed', (reference) => shop.yipay.notify(reference, { fields: { money: '9999.00' } })],
  ['another merchant, signed', (reference) => shop.yipay.notify(reference, { fields: { pid: '9' } })],
])('a notice with %s puts nothing into the wallet', async (_what, send) => {
  const alice = await shop.buyer()
  const { reference } = await begin(alice)
  expect((await send(reference)).status).toBe(400)
  expect(await shop.walletOf(alice)).toBe('0.00')
})

test('the same amount again is the living QR code; another amount is another, and both count', async () => {
  const alice = await shop.buyer()
  const first = await begin(alice)
  expect((await begin(alice)).id).toBe(first.id)
  const second = await begin(alice, '50.00')
  expect(second.id).not.toBe(first.id)
  for (const { reference } of [first, second]) {
    shop.yipay.pay(reference)
    await shop.yipay.notify(reference)
  }
  await eventually(() => shop.walletOf(alice), '80.00')
})

test('money that comes days later, or of another amount by a bank, is in the wallet', async () => {
  const alice = await shop.buyer()
  const bank = await newGateway(shop.app, 'gateway-banktransfer', {
    holder: 'Shop',
    bank: 'ICBC',
    account: '6222',
  })
  const late = await begin(alice)
  const other = await begin(alice, '40.00', bank)
  shop.app.clock.advance(2 * DAY_MS + HOUR_MS)
  shop.yipay.pay(late.reference)
  await shop.yipay.notify(late.reference)
  await eventually(() => shop.walletOf(alice), '30.00')
  const confirm = { amount: '39.50', transaction: 'T1' }
  expect((await shop.asStaff(`POST /api/admin/payments/${other.id}/confirm`, confirm)).code).toBe(0)
  expect(await shop.walletOf(alice)).toBe('69.50')
})

test('too little, too much, an unknown gateway and another customer’s are refused', async () => {
  const [alice, bob] = [await shop.buyer(), await shop.buyer()]
  const post = (body: object) => alice.post('/api/wallet/top-ups', { gateway: shop.gatewayId, ...body })
  expect((await alice.get('/api/wallet/top-ups')).data).toEqual({ least: '10.00', most: '10000.00' })
  expect((await post({ amount: '9.99' })).code).toBe('top_up_amount')
  expect((await post({ amount: '10000.01' })).code).toBe('top_up_amount')
  expect((await post({ amount: '20', gateway: bob.id })).code).toBe('unknown_gateway')
  const { id } = await begin(alice)
  expect((await bob.get(`/api/wallet/top-ups/${id}`)).code).toBe('not_found')
})
