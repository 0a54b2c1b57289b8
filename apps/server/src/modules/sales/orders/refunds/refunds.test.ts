import { newId } from '@lessor/kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Loose } from '../../../../../test/calls.ts'
import { newGateway, shippedPlugins } from '../../../../../test/gateways/shop.ts'
import { openYipay } from '../../../../../test/gateways/yipay.ts'
import { testApp } from '../../../../../test/harness.ts'
import { payments } from '../../../money/payments/index.ts'
import { eventually, openShop, type Shop } from '../testing.ts'
import { verifyBooks } from '../verify-books.ts'

let shop: Shop
beforeAll(async () => void (shop = await openShop(await testApp({ shippedPlugins }))))
afterAll(async () => {
  await shop.yipay.close()
  await shop.app.stop()
})

describe('a bank transfer', () => {
  test('is confirmed by staff: less waits, and the rest pays', async () => {
    const alice = await shop.buyer()
    const bank = await newGateway(shop.app, 'gateway-banktransfer', {
      holder: 'Shop',
      bank: 'ICBC',
      account: '6222',
    })
    const order = await shop.order(alice)
    const { payment } = await shop.begin(alice, order, { gateway: bank })
    expect(payment.instructions).toContain('6222')
    expect(payment.expires_at).toBe(order.due_at)
    const confirm = (id: string, amount: string, transaction: string) =>
      shop.asStaff(`POST /api/admin/payments/${id}/confirm`, { amount, transaction })
    expect((await confirm(payment.id, '20.00', 'T1')).code).toBe(0)
    await eventually(
      async () => (await shop.asStaff(`GET /api/admin/ledger?account=held&of=${order.id}`)).data.items.length,
      1,
    )
    expect(await shop.statusOf(order)).toBe('pending')
    expect((await confirm(payment.id, '20.00', 'T2')).code).toBe('payment_not_confirmable')
    const rest = await shop.begin(alice, order, { gateway: bank })
    expect(rest.payment.amount).toBe('10.00')
    expect((await confirm(rest.payment.id, '10.00', 'T1')).code).toBe('transaction_taken')
    expect((await confirm(rest.payment.id, '12.00', 'T3')).code).toBe(0)
    await eventually(() => shop.statusOf(order), 'completed')
    await eventually(() => shop.walletOf(alice), '2.00')
  })
})

describe('a refund', () => {
  const refund = (order: Loose, body: object) =>
    shop.asStaff(`POST /api/admin/orders/${order.id}/refund`, {
      to: 'wallet',
      time: 'none',
      reason: 'Sorry',
      ...body,
    })
  const paidByWallet = async () => {
    const alice = await shop.buyer('30.00')
    const order = await shop.order(alice)
    await alice.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })
    return { alice, order }
  }

  test('into the wallet gives back what was paid, never more, of 20 at once', async () => {
    const { alice, order } = await paidByWallet()
    const { data } = await shop.asStaff(`GET /api/admin/orders/${order.id}/refund`)
    expect(data).toMatchObject({ left: '30.00', unused: '30.00', policy: 'gateway', to: 'wallet' })
    const answers = await Promise.all(Array.from({ length: 20 }, () => refund(order, { amount: '10.00' })))
    expect(answers.filter(({ code }) => code === 0)).toHaveLength(3)
    expect(await shop.walletOf(alice)).toBe('30.00')
    expect(await shop.statusOf(order)).toBe('refunded')
    expect((await refund(order, { amount: '0.01' })).code).toBe('order_not_refundable')
    expect(await shop.levelOf(alice)).toBe(2)
  })

  test('that ends the lease takes back the time that the order brought, and no other', async () => {
    const { alice, order } = await paidByWallet()
    expect((await refund(order, { amount: '30.00', time: 'all' })).code).toBe(0)
    expect(await shop.levelOf(alice)).toBe(0)
  })

  test('by the gateway leaves the wallet at once, and the books when the gateway says so', async () => {
    const alice = await shop.buyer()
    const service = await openYipay({ refunds: true })
    const id = await newGateway(shop.app, 'gateway-yipay', { ...service.config, refunds: true })
    const order = await shop.order(alice)
    const { reference } = await shop.begin(alice, order, { gateway: id })
    service.pay(reference)
    await service.notify(reference)
    await eventually(() => shop.statusOf(order), 'completed')
    expect((await refund(order, { amount: '12.00', to: 'gateway' })).code).toBe(0)
    expect(await shop.walletOf(alice)).toBe('0.00')
    expect((await refund(order, { amount: '18.01', to: 'gateway' })).code).toBe('order_not_refundable')
    await shop.runTask(payments.jobs, 'payments.send_refunds')
    const { data } = await shop.asStaff(`GET /api/admin/refunds?for_id=${order.id}`)
    expect(data.items).toMatchObject([{ amount: '12.00', status: 'success' }])
    expect(service.find(reference).refunded).toBe(1200)
    await service.close()
  })

  test('whose process died while the gateway was asked is not sent again', async () => {
    const alice = await shop.buyer()
    const service = await openYipay({ refunds: true })
    const id = await newGateway(shop.app, 'gateway-yipay', { ...service.config, refunds: true })
    const order = await shop.order(alice)
    const { reference } = await shop.begin(alice, order, { gateway: id })
    service.pay(reference)
    await service.notify(reference)
    await eventually(() => shop.statusOf(order), 'completed')
    await refund(order, { amount: '12.00', to: 'gateway' })
    // As the process leaves it that took the refund and died.
    const taken = `update payments_refund set status = 'sent', tries = 1 where for_id = $1`
    await shop.app.services.db.query(taken, [order.id])
    await shop.runTask(payments.jobs, 'payments.send_refunds')
    expect(service.find(reference).refunded).toBe(0)
    const { data } = await shop.asStaff(`GET /api/admin/refunds?for_id=${order.id}`)
    expect(data.items).toMatchObject([{ amount: '12.00', status: 'sent' }])
    await service.close()
  })

  test('that its gateway refuses is in the wallet', async () => {
    const alice = await shop.buyer()
    const bank = await newGateway(shop.app, 'gateway-banktransfer', {
      holder: 'Shop',
      bank: 'ICBC',
      account: '6222',
    })
    const order = await shop.order(alice)
    const { payment } = await shop.begin(alice, order, { gateway: bank })
    const body = { amount: '30.00', transaction: newId() }
    await shop.asStaff(`POST /api/admin/payments/${payment.id}/confirm`, body)
    await eventually(() => shop.statusOf(order), 'completed')
    await refund(order, { amount: '30.00', to: 'gateway' })
    const { id } = (await shop.asStaff(`GET /api/admin/refunds?for_id=${order.id}`)).data.items[0]
    const finish = (done: boolean) => shop.asStaff(`POST /api/admin/refunds/${id}/finish`, { done })
    expect((await finish(false)).data.status).toBe('failed')
    expect((await finish(true)).code).toBe('refund_ended')
    expect(await shop.walletOf(alice)).toBe('30.00')
  })
})

test('a payment that its gateway took back is a loss, once of 10 at once, and marks its order', async () => {
  const alice = await shop.buyer()
  const service = await openYipay({ refunds: true })
  const id = await newGateway(shop.app, 'gateway-yipay', { ...service.config, refunds: true })
  const order = await shop.order(alice)
  const { reference, payment } = await shop.begin(alice, order, { gateway: id })
  const reverse = () => shop.asStaff(`POST /api/admin/payments/${payment.id}/reverse`, { reason: 'Chargeback' }) // prettier-ignore
  expect((await reverse()).code).toBe('payment_not_reversible')
  service.pay(reference)
  await service.notify(reference)
  await eventually(() => shop.statusOf(order), 'completed')
  const answers = await Promise.all(Array.from({ length: 10 }, reverse))
  expect(answers.filter(({ code }) => code === 0)).toHaveLength(1)
  const { data } = await shop.asStaff(`GET /api/admin/ledger?cause_id=${payment.id}&cause=payment_reversed`)
  expect(data.items).toMatchObject([{ debit: 'losses', credit: 'gateway', credit_of: id, amount: '30.00' }])
  const read = async () => (await shop.asStaff(`GET /api/admin/orders/${order.id}`)).data
  await eventually(async () => (await read()).order.reversed_at !== null, true)
  expect((await read()).story).toContainEqual(expect.objectContaining({ what: 'losses > gateway' }))
  const refused = await shop.asStaff(`POST /api/admin/orders/${order.id}/refund`, {
    ...{ amount: '30.00', to: 'gateway', time: 'none', override: true, reason: 'No' },
  })
  expect(refused.code).toBe('over_refund')
  const alerts = await shop.asStaff('GET /api/admin/alerts')
  expect(JSON.stringify(alerts.data.items)).toContain(payment.id)
  await service.close()
})

test('staff decide once what becomes of a payment that was taken back', async () => {
  const paid = async () => {
    const buyer = await shop.buyer()
    const order = await shop.order(buyer)
    const { reference, payment } = await shop.begin(buyer, order)
    shop.yipay.pay(reference)
    await shop.yipay.notify(reference)
    await eventually(() => shop.statusOf(order), 'completed')
    const decide = (decision: string) =>
      shop.asStaff(`POST /api/admin/payments/${payment.id}/reversal`, { decision, reason: 'Chargeback' })
    expect((await decide('keep')).code).toBe('reversal_decided')
    await shop.asStaff(`POST /api/admin/payments/${payment.id}/reverse`, { reason: 'Chargeback' })
    return { buyer, decide, id: payment.id as string }
  }
  const taken = await paid()
  const answers = await Promise.all(Array.from({ length: 5 }, async () => taken.decide('take_back')))
  expect(answers.filter(({ code }) => code === 0)).toHaveLength(1)
  expect(await shop.levelOf(taken.buyer)).toBe(0)
  const kept = await paid()
  expect((await kept.decide('collect')).code).toBe('insufficient_funds')
  expect((await kept.decide('keep')).code).toBe(0)
  expect(await shop.levelOf(kept.buyer)).toBe(2)
  const collected = await paid()
  const adjust = { direction: 'add', amount: '40.00', reason: 'A test' }
  await shop.asStaff(`POST /api/admin/accounts/${collected.buyer.id}/wallet/adjust`, adjust)
  expect((await collected.decide('collect')).code).toBe(0)
  expect(await shop.walletOf(collected.buyer)).toBe('10.00')
  const { data } = await shop.asStaff(`GET /api/admin/payments/${collected.id}`)
  expect(data.reversal).toMatchObject({ amount: '30.00', decision: 'collect', note: 'Chargeback' })
  const open = await shop.asStaff('GET /api/admin/alerts?state=open')
  expect(JSON.stringify(open.data.items)).not.toContain(collected.id)
})

test('the books hold after all of it', async () => {
  expect((await verifyBooks(shop.app.services)).problems).toEqual([])
})
