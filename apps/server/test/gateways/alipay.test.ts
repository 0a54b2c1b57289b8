import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type TestApp } from '../harness.ts'
import { alipaySdk } from './counterparts.ts'
import { openAlipay, type Alipay, type AlipayNotice } from './alipay.ts'
import { gateway, newGateway, noticeDoor, payment, refundOf, shippedPlugins } from './shop.ts'

let app: TestApp
let alipay: Alipay
let gate: ReturnType<typeof gateway>
beforeAll(async () => {
  app = await testApp({ shippedPlugins })
  alipay = await openAlipay()
  gate = gateway(app, await newGateway(app, 'gateway-alipay', alipay.config))
})
afterAll(() => app.stop())

async function started(more: Parameters<typeof payment>[0] = {}) {
  const door = await noticeDoor(gate.notice)
  const one = payment({ noticeUrl: door.url, ...more })
  const outcome = await gate.start(one)
  return { one, outcome, verdicts: door.verdicts }
}
const facts = ({ reference, amount }: { reference: string; amount: string }, status: string) => ({
  ...{ status, reference, amount, currency: 'CNY' },
  transaction: alipay.find(reference).tradeNo,
})

describe('the SDK of Alipay', () => {
  const sdk = () =>
    alipaySdk({
      ...{ appId: alipay.config.app_id, gateway: alipay.url, keyType: 'PKCS8' },
      ...{ privateKey: alipay.config.private_key, alipayPublicKey: alipay.config.alipay_public_key },
    })

  test('signs what the simulator takes, and believes what it answers', async () => {
    const { reference } = payment()
    const bizContent = { out_trade_no: reference, total_amount: '3.00', subject: 'VIP 会员', timeout_express: '30m' }
    const begun = await sdk().exec('alipay.trade.precreate', { bizContent }, { validateSign: true })
    expect(begun).toMatchObject({ code: '10000', qrCode: expect.stringContaining('https://qr.alipay.com/') as string })
    alipay.pay(reference)
    expect(await sdk().exec('alipay.trade.query', { bizContent: { out_trade_no: reference } }, { validateSign: true })).toMatchObject({ tradeStatus: 'TRADE_SUCCESS', totalAmount: '3.00' })
  }) // prettier-ignore

  test('takes the notices that the plugin takes, and refuses what it refuses', async () => {
    const { one } = await started()
    expect(sdk().checkNotifySignV2(alipay.noticeOf(one.reference))).toBe(true)
    expect(sdk().checkNotifySignV2(alipay.noticeOf(one.reference, { unsigned: { total_amount: '0.01' } }))).toBe(false)
  }) // prettier-ignore
})

describe('a payment', () => {
  test('begins with a QR code, is known once it was scanned, and paid once it is', async () => {
    const { one, outcome } = await started({ title: `VIP/a=b&c "<会员>" ${'长'.repeat(300)}` })
    const { tradeNo, subject } = alipay.find(one.reference)
    expect(outcome).toEqual({ kind: 'answer', value: { qrCode: `https://qr.alipay.com/${tradeNo}` } })
    expect(subject).toMatch(/^VIP a b c {2}会员 /)
    expect(await gate.query(one)).toEqual({ kind: 'answer', value: { status: 'unknown' } })
    alipay.scan(one.reference)
    expect(await gate.query(one)).toEqual({ kind: 'answer', value: facts(one, 'pending') })
    alipay.pay(one.reference)
    expect(await gate.query(one)).toEqual({ kind: 'answer', value: facts(one, 'paid') })
    alipay.find(one.reference).state = 'TRADE_CLOSED'
    expect(await gate.query(one)).toEqual({ kind: 'answer', value: facts(one, 'failed') })
  })

  test('lasts as long as the shop says', async () => {
    const { one } = await started()
    const heard = alipay.heard.find(({ fields }) => fields['biz_content']?.includes(one.reference))
    expect(heard?.fields['biz_content']).toContain('"timeout_express":"30m"')
    expect(heard?.fields['timestamp']).toBe('2026-07-01 12:00:00')
  })

  test('of another currency is not begun', async () => {
    expect((await started({ currency: 'USD' })).outcome).toMatchObject({ kind: 'failed' })
  })
})

describe('a notice', () => {
  test('is genuine as often as it comes', async () => {
    const { one, verdicts } = await started()
    alipay.pay(one.reference)
    for (const _ of [1, 2]) expect(await alipay.notify(one.reference)).toEqual({ status: 200, body: 'success' })
    const right = { isGenuine: true, facts: facts(one, 'paid'), reply: { status: 200, body: 'success' } }
    expect(verdicts).toEqual([right, right])
  }) // prettier-ignore

  test('says what it says of an amount and a number, for the server to compare', async () => {
    const { one, verdicts } = await started()
    await alipay.notify(one.reference, { fields: { total_amount: '0.01', trade_status: 'TRADE_FINISHED' } })
    expect(verdicts).toMatchObject([{ isGenuine: true, facts: { status: 'paid', amount: '0.01' } }])
  })

  test.each<[string, AlipayNotice]>([
    ['another seller', { fields: { seller_id: '2088000000000000' } }],
    ['another app', { fields: { app_id: '2021000000000000' } }],
    ['no number', { fields: { out_trade_no: undefined } }],
    ['an amount that is none', { fields: { total_amount: '1e3' } }],
    ['a state that is none', { fields: { trade_status: 'PAID' } }],
  ])('with %s is a mismatch, though Alipay signed it', async (_, notice) => {
    const { one, verdicts } = await started()
    expect(await alipay.notify(one.reference, notice)).toEqual({ status: 400, body: 'fail' })
    expect(verdicts).toMatchObject([{ isGenuine: false, mismatch: true }])
  })

  const { privateKey: other } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  test.each<[string, AlipayNotice]>([
    ['another key', { key: other }],
    ['SHA-1, which says so', { signType: 'RSA' }],
    ['SHA-1, which says that it is RSA2', { signType: 'RSA', unsigned: { sign_type: 'RSA2' } }],
    ['no sign', { unsigned: { sign: '' } }],
    ['another amount after signing', { unsigned: { total_amount: '0.01' } }],
    ['one field more', { unsigned: { extra: '1' } }],
    ['a field twice', { behind: '&total_amount=0.01' }],
    ['fields within a value, signed', { fields: { subject: 'VIP&total_amount=99.00' } }],
    ['a GET', { method: 'GET' }],
    ['text that is no form', { behind: '&%' }],
  ])('with %s is refused', async (_, notice) => {
    const { one, verdicts } = await started()
    expect(await alipay.notify(one.reference, notice)).toEqual({ status: 400, body: 'fail' })
    expect(verdicts).toMatchObject([{ isGenuine: false }])
    expect(verdicts[0]).not.toHaveProperty('mismatch')
  })
})

describe('a refund', () => {
  test('is paid once under one number, whole and in parts', async () => {
    const { one } = await started()
    alipay.pay(one.reference)
    const part = refundOf(one, { amount: '5.00' })
    expect(await gate.queryRefund(part)).toMatchObject({ value: { status: 'sent' } })
    expect(await gate.refund(part)).toEqual({ kind: 'answer', value: { status: 'success' } })
    // Sent again it changes nothing, and Alipay says so.
    expect(await gate.refund(part)).toEqual({ kind: 'answer', value: { status: 'sent' } })
    expect(await gate.queryRefund(part)).toEqual({ kind: 'answer', value: { status: 'success' } })
    expect(await gate.refund(refundOf(one, { amount: '7.00' }))).toMatchObject({ value: { status: 'success' } })
    expect([...alipay.find(one.reference).refunds.values()]).toEqual([500, 700])
    const more = await gate.refund(refundOf(one, { amount: '0.01' }))
    expect(more).toMatchObject({ value: { status: 'failed', reason: expect.stringContaining('ACQ.REFUND_AMT') as string } })
  }) // prettier-ignore

  test('whose answer is lost may have been paid', async () => {
    const { one } = await started()
    alipay.pay(one.reference)
    alipay.behave('junk')
    expect(await gate.refund(refundOf(one))).toMatchObject({ value: { status: 'sent' } })
    alipay.behave('well')
  })
})

describe('out of order', () => {
  test.each(['junk', 'fails'] as const)(
    'a service that %s begins nothing and finds nobody paid',
    async (mode) => {
      const { one } = await started()
      alipay.pay(one.reference)
      alipay.behave(mode)
      const outcomes = [await gate.start(payment()), await gate.query(one), await gate.check()]
      alipay.behave('well')
      for (const outcome of outcomes) expect(outcome).toMatchObject({ kind: 'failed' })
    },
  )

  test('an answer that somebody else signed is not believed', async () => {
    const another = await openAlipay()
    const { alipay_public_key } = another.config
    const mixed = gateway(
      app,
      await newGateway(app, 'gateway-alipay', { ...alipay.config, alipay_public_key }),
    )
    const { one } = await started()
    alipay.pay(one.reference)
    for (const outcome of [await mixed.query(one), await mixed.start(payment())])
      expect(outcome).toMatchObject({
        kind: 'failed',
        reason: expect.stringContaining('signature') as string,
      })
  })

  test('a check says whether keys and app are right', async () => {
    expect(await gate.check()).toMatchObject({ kind: 'answer' })
    const app_id = '2021999999999999'
    const wrong = gateway(app, await newGateway(app, 'gateway-alipay', { ...alipay.config, app_id }))
    expect(await wrong.check()).toMatchObject({ kind: 'failed', reason: expect.stringContaining('invalid-app-id') as string })
  }) // prettier-ignore
})
