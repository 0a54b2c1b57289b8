import { beforeAll, describe, expect, test, afterAll } from 'vitest'
import { testApp, type TestApp } from '../harness.ts'
import { gateway, newGateway, noticeDoor, payment, refundOf, shippedPlugins } from './shop.ts'
import { openYipay, yipaySign, type Yipay, type YipayNotice } from './yipay.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ shippedPlugins })
})
afterAll(() => app.stop())

/** A service, an interface for it, and where its notices go. */
async function opened(config: object = {}, options: Parameters<typeof openYipay>[0] = {}) {
  const yipay = await openYipay(options)
  const id = await newGateway(app, 'gateway-yipay', { ...yipay.config, ...config })
  const gate = gateway(app, id)
  const door = await noticeDoor(gate.notice)
  return { yipay, gate, door }
}
type Opened = Awaited<ReturnType<typeof opened>>

async function started({ gate, door }: Opened, more: Parameters<typeof payment>[0] = {}) {
  const one = payment({ noticeUrl: door.url, ...more })
  return { one, outcome: await gate.start(one) }
}

test('the sign is that of the public vector', () => {
  const fields = { money: '1.00', name: 'VIP会员', out_trade_no: '2016', pid: '1001', type: 'alipay' }
  expect(yipaySign(fields, 'KEY')).toBe('6e88397fd6496e7ac7086391586c3f39')
})

describe('a payment', () => {
  test('begins with a QR code, and is found paid once it is', async () => {
    const all = await opened()
    const { one, outcome } = await started(all)
    const { tradeNo } = all.yipay.find(one.reference)
    expect(outcome).toEqual({ kind: 'answer', value: { qrCode: `https://qr.example.com/${tradeNo}`, transaction: tradeNo } })
    const facts = { reference: one.reference, amount: '12.00', currency: 'CNY', transaction: tradeNo }
    expect(await all.gate.query(one)).toEqual({ kind: 'answer', value: { status: 'pending', ...facts } })
    all.yipay.pay(one.reference)
    expect(await all.gate.query(one)).toEqual({ kind: 'answer', value: { status: 'paid', ...facts } })
    expect(await all.gate.query(payment())).toEqual({ kind: 'answer', value: { status: 'unknown' } })
  }) // prettier-ignore

  test('begins with a page where the service has no API, or the customer chooses there', async () => {
    for (const config of [{ way: 'submit' }, { type: 'cashier' }]) {
      const all = await opened(config)
      const { one, outcome } = await started(all)
      const { paymentUrl } = (outcome as { value: { paymentUrl: string } }).value
      expect(paymentUrl).not.toContain(all.yipay.key)
      expect(await all.yipay.visit(paymentUrl)).toContain('Pay 12.00')
      all.yipay.pay(one.reference)
      expect(await all.gate.query(one)).toMatchObject({ value: { status: 'paid', amount: '12.00' } })
    }
  })

  test('has a title that the service takes: at most 127 bytes, and nothing that signs', async () => {
    const all = await opened()
    const { one, outcome } = await started(all, { title: `a&trade_status=TRADE_SUCCESS "<b>" ${'会员'.repeat(60)}` })
    expect(outcome.kind).toBe('answer')
    const { name = '' } = all.yipay.find(one.reference).fields
    expect(name).toMatch(/^a trade_status TRADE_SUCCESS b 会员/)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(127)
    all.yipay.pay(one.reference)
    expect(await all.yipay.notify(one.reference)).toEqual({ status: 200, body: 'success' })
  }) // prettier-ignore

  test('does not begin with a signed value that holds &, nor in another currency', async () => {
    const all = await opened()
    const wrong = [
      { returnUrl: 'https://shop.example.com/?a=1&trade_status=TRADE_SUCCESS' },
      { currency: 'USD' },
    ]
    for (const more of wrong) expect((await started(all, more)).outcome).toMatchObject({ kind: 'failed' })
    expect(all.yipay.heard).toEqual([])
  })

  test('is known by the address that people enter', async () => {
    const yipay = await openYipay()
    for (const end of ['/', '/submit.php', '//mapi.php?x=1']) {
      const id = await newGateway(app, 'gateway-yipay', { ...yipay.config, url: yipay.url + end })
      expect(await gateway(app, id).check()).toMatchObject({ kind: 'answer' })
    }
  })
})

describe('a notice', () => {
  const facts = (yipay: Yipay, reference: string) => ({
    ...{ status: 'paid', reference, amount: '12.00', currency: 'CNY' },
    transaction: yipay.find(reference).tradeNo,
  })

  test('is genuine as often as it comes, by GET and POST, but must be asked about', async () => {
    const all = await opened()
    const { one } = await started(all)
    all.yipay.pay(one.reference)
    for (const method of ['GET', 'GET', 'POST'] as const)
      expect(await all.yipay.notify(one.reference, { method })).toEqual({ status: 200, body: 'success' })
    const right = { isGenuine: true, mustAsk: true, facts: facts(all.yipay, one.reference) }
    expect(all.door.verdicts).toMatchObject([right, right, right])
  })

  test('that leaves our word for amount and name out is asked about all the same', async () => {
    const all = await opened()
    const { one } = await started(all)
    for (const param of [undefined, '']) await all.yipay.notify(one.reference, { fields: { param } })
    expect(all.door.verdicts).toMatchObject([{ isGenuine: true, mustAsk: true }, { isGenuine: true }])
  })

  test('of another state says no more than that', async () => {
    const all = await opened()
    const { one } = await started(all)
    await all.yipay.notify(one.reference, { fields: { trade_status: 'WAIT_BUYER_PAY' } })
    expect(all.door.verdicts).toMatchObject([{ isGenuine: true, facts: { status: 'pending' } }])
  })

  const other = payment()
  test.each<[string, YipayNotice]>([
    ['another amount', { fields: { money: '0.01' } }],
    ['another name', { fields: { name: 'Another' } }],
    ['another payment’s number', { fields: { out_trade_no: other.reference } }],
    ['another merchant', { fields: { pid: '1002' } }],
    ['an amount that is none', { fields: { money: '1e1' } }],
    ['a word of another payment', { fields: { param: 'f'.repeat(32) } }],
  ])('with %s is a mismatch, though the service signed it', async (_, notice) => {
    const all = await opened()
    const { one } = await started(all)
    await started(all, other)
    expect(await all.yipay.notify(one.reference, notice)).toEqual({ status: 400, body: 'fail' })
    const { out_trade_no: reference = one.reference } = notice.fields ?? {}
    expect(all.door.verdicts).toMatchObject([{ isGenuine: false, mismatch: true, reference }])
  })

  test.each<[string, YipayNotice]>([
    ['another key', { key: 'a-key-of-nobody' }],
    ['another sign', { unsigned: { sign: '0'.repeat(32) } }],
    ['a sign in capitals', { unsigned: { sign: 'A'.repeat(32) } }],
    ['no sign', { unsigned: { sign: '' } }],
    ['another amount after signing', { unsigned: { money: '0.01' } }],
    ['another way to sign', { unsigned: { sign_type: 'RSA' } }],
    ['an unknown field, signed', { fields: { notify_url: 'https://example.com' } }],
    ['a field twice', { behind: '&money=12.00' }],
    ['a field twice, in other writing', { behind: '&%6doney=12.00' }],
    ['a value with &, signed', { fields: { name: 'VIP&trade_status=TRADE_SUCCESS' } }],
    ['no number, signed', { fields: { out_trade_no: undefined } }],
    ['text that is no form', { behind: '&=%' }],
    ['a broken escape', { behind: '&param=%E4%A' }],
  ])('with %s is refused', async (_, notice) => {
    const all = await opened()
    const { one } = await started(all)
    all.yipay.pay(one.reference)
    expect(await all.yipay.notify(one.reference, notice)).toEqual({ status: 400, body: 'fail' })
    const [verdict] = all.door.verdicts
    expect(verdict).toMatchObject({ isGenuine: false })
    expect(verdict).not.toHaveProperty('mismatch')
  })

  test('cut out of the signature of a checkout is refused', async () => {
    const all = await opened({ way: 'submit' })
    const { outcome, one } = await started(all)
    await all.yipay.visit((outcome as { value: { paymentUrl: string } }).value.paymentUrl)
    expect(await all.yipay.forge(one.reference)).toEqual({ status: 400, body: 'fail' })
    expect(all.door.verdicts).toMatchObject([{ isGenuine: false }])
  })
})

describe('a refund', () => {
  test('is sent once under one number, whole and in parts', async () => {
    const all = await opened({ refunds: true }, { refunds: true })
    const { one } = await started(all)
    all.yipay.pay(one.reference)
    const part = refundOf(one, { amount: '5.00' })
    expect(await all.gate.queryRefund(part)).toMatchObject({ value: { status: 'sent' } })
    for (const _ of [1, 2]) expect(await all.gate.refund(part)).toMatchObject({ value: { status: 'success' } })
    expect(await all.gate.queryRefund(part)).toMatchObject({ value: { status: 'success' } })
    expect(await all.gate.refund(refundOf(one, { amount: '7.00' }))).toMatchObject({ value: { status: 'success' } })
    expect(all.yipay.find(one.reference).refunded).toBe(1200)
    expect(await all.gate.refund(refundOf(one, { amount: '0.01' }))).toMatchObject({ value: { status: 'failed', reason: 'The amount is wrong' } })
  }) // prettier-ignore

  test('that nobody answered is never sent a second time', async () => {
    const all = await opened({ refunds: true }, { refunds: true })
    const { one } = await started(all)
    all.yipay.pay(one.reference)
    const refund = refundOf(one)
    all.yipay.behave('dies')
    const unsure = { value: { status: 'sent', reason: expect.stringContaining(one.reference) as string } }
    expect(await all.gate.refund(refund)).toMatchObject(unsure)
    all.yipay.behave('well')
    const before = all.yipay.heard.length
    expect(await all.gate.refund(refund)).toMatchObject(unsure)
    expect(await all.gate.queryRefund(refund)).toMatchObject(unsure)
    expect(all.yipay.heard).toHaveLength(before)
  }) // prettier-ignore

  test('is for staff where the service has no API for it', async () => {
    const all = await opened()
    const { one } = await started(all)
    expect(await all.gate.refund(refundOf(one))).toMatchObject({ value: { actionRequired: expect.stringContaining(one.reference) as string } })
  }) // prettier-ignore
})

describe('a service out of order', () => {
  test.each(['dies', 'junk', 'fails'] as const)('that %s finds nobody paid or refunded', async (mode) => {
    const all = await opened({ refunds: true }, { refunds: true })
    const { one } = await started(all)
    all.yipay.pay(one.reference)
    all.yipay.behave(mode)
    const calls = [all.gate.start(payment()), all.gate.query(one), all.gate.check()]
    for (const outcome of await Promise.all(calls)) expect(outcome).toMatchObject({ kind: 'failed' })
    expect(await all.gate.refund(refundOf(one))).toMatchObject({ value: { status: 'sent' } })
  })

  test('that hangs is waited for 10 s', async () => {
    const all = await opened()
    all.yipay.behave('hangs')
    const outcome = await all.gate.query(payment())
    expect(outcome).toMatchObject({ kind: 'failed', reason: expect.stringContaining('10 s') as string })
  })

  test('never shows the key: in no outcome, and in no line of the log', async () => {
    const all = await opened({ refunds: true }, { refunds: true })
    const { one } = await started(all)
    const outcomes = [await all.gate.check(), await all.gate.query(one), await all.gate.refund(refundOf(one))]
    all.yipay.behave('junk')
    outcomes.push(await all.gate.check(), await all.gate.query(one))
    expect(all.yipay.heard.some(({ path }) => path.includes(all.yipay.key))).toBe(true)
    expect(JSON.stringify([outcomes, app.logged])).not.toContain(all.yipay.key)
  })

  test('says why a wrong key is wrong', async () => {
    const yipay = await openYipay()
    const id = await newGateway(app, 'gateway-yipay', { ...yipay.config, key: 'a-wrong-key' })
    const gate = gateway(app, id)
    expect(await gate.check()).toMatchObject({ kind: 'failed', reason: expect.stringContaining('The key is wrong') as string })
    expect(await gate.start(payment())).toMatchObject({ kind: 'failed', reason: expect.stringContaining('signature is wrong') as string })
  }) // prettier-ignore
})
