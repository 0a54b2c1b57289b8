import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type TestApp } from '../harness.ts'
import { wechatpayPlugin } from './counterparts.ts'
import { gateway, newGateway, noticeDoor, payment as anyPayment, refundOf, shippedPlugins } from './shop.ts'
import { openWechatpay, type Wechatpay, type WechatNotice } from './wechatpay.ts'

let app: TestApp
let wechat: Wechatpay
let gate: ReturnType<typeof gateway>
beforeAll(async () => {
  app = await testApp({ shippedPlugins })
  wechat = await openWechatpay({ now: () => app.clock.now() })
  gate = gateway(app, await newGateway(app, 'gateway-wechatpay', wechat.config))
})
afterAll(() => app.stop())

const payment = anyPayment
async function started(more: Parameters<typeof payment>[0] = {}) {
  const door = await noticeDoor(gate.notice)
  const one = payment(more)
  const outcome = await gate.start(one)
  const notify = (notice: WechatNotice = {}) => wechat.notify(one.reference, { to: door.url, ...notice })
  return { one, outcome, notify, verdicts: door.verdicts }
}
const facts = ({ reference, amount }: { reference: string; amount: string }) => ({
  ...{ status: 'paid', reference, amount, currency: 'CNY' },
  transaction: wechat.find(reference).transaction,
})

describe('an independent client', () => {
  test('signs what the simulator takes, and believes what it answers', async () => {
    // It has the time of this machine.
    const own = await openWechatpay()
    const { mchid, appid, serial, private_key, platform_serial, platform_key, api } = own.config
    const certs = { [platform_serial]: platform_key }
    const { Wechatpay } = wechatpayPlugin()
    const { v3 } = new Wechatpay({ mchid, serial, privateKey: private_key, certs }).client
    const { reference } = payment()
    const content = {
      ...{ appid, mchid, description: 'VIP 会员', out_trade_no: reference, amount: { total: 300, currency: 'CNY' } },
      ...{ notify_url: 'https://shop.example.com/notice', time_expire: '2026-07-01T12:30:00+08:00' },
    }
    const at = (path: string) => `${api}/v3/pay/transactions/${path}`
    expect((await v3.post(at('native'), content)).data).toMatchObject({ code_url: expect.stringContaining('weixin://') as string })
    own.pay(reference)
    expect((await v3.get(at(`out-trade-no/${reference}`), { params: { mchid } })).data).toMatchObject({ trade_state: 'SUCCESS' })
  }) // prettier-ignore

  test('opens the notices that the plugin opens', async () => {
    const { one } = await started()
    const { headers, body } = wechat.noticeOf(one.reference)
    const { Aes, Formatter, Rsa } = wechatpayPlugin()
    const text = Formatter.response(
      headers['wechatpay-timestamp'] ?? '',
      headers['wechatpay-nonce'] ?? '',
      body,
    )
    expect(Rsa.verify(text, headers['wechatpay-signature'] ?? '', wechat.config.platform_key)).toBe(true)
    const { resource } = JSON.parse(body) as {
      resource: Record<'ciphertext' | 'nonce' | 'associated_data', string>
    }
    const { ciphertext, nonce, associated_data } = resource
    const opened = Aes.AesGcm.decrypt(ciphertext, wechat.config.apiv3_key, nonce, associated_data)
    expect(JSON.parse(opened)).toMatchObject({ out_trade_no: one.reference, amount: { total: 1200 } })
  })
})

describe('a payment', () => {
  test('begins with a QR code, and is found paid once it is', async () => {
    const { one, outcome } = await started({ title: '会员'.repeat(60) })
    expect(outcome).toEqual({ kind: 'answer', value: { qrCode: `weixin://wxpay/bizpayurl?pr=${one.reference.slice(-8)}` } })
    expect(await gate.query(one)).toMatchObject({ value: { status: 'pending', reference: one.reference, amount: '12.00' } })
    wechat.pay(one.reference)
    expect(await gate.query(one)).toEqual({ kind: 'answer', value: facts(one) })
    wechat.find(one.reference).state = 'CLOSED'
    expect(await gate.query(one)).toMatchObject({ value: { status: 'failed' } })
    wechat.find(one.reference).state = 'REFUND'
    expect(await gate.query(one)).toEqual({ kind: 'answer', value: { status: 'unknown' } })
    expect(await gate.query(payment())).toEqual({ kind: 'answer', value: { status: 'unknown' } })
    expect(wechat.heard[0]?.body).toContain('"time_expire":"2026-07-01T12:30:00+08:00"')
  }) // prettier-ignore

  test.each([
    ['another currency', { currency: 'USD' }],
    ['a notice address without https', { noticeUrl: 'http://shop.example.com/notice' }],
    ['a notice address with a query', { noticeUrl: 'https://shop.example.com/notice?a=1' }],
  ])('with %s is not begun', async (_, more) => {
    const before = wechat.heard.length
    expect(await gate.start(payment(more))).toMatchObject({ kind: 'failed' })
    expect(wechat.heard).toHaveLength(before)
  })
})

describe('a notice', () => {
  test('is genuine as often as it comes', async () => {
    const { one, notify, verdicts } = await started()
    for (const _ of [1, 2]) expect(await notify()).toEqual({ status: 200, body: '{"code":"SUCCESS"}' })
    const right = { isGenuine: true, facts: facts(one), reply: { status: 200, body: '{"code":"SUCCESS"}' } }
    expect(verdicts).toEqual([right, right])
  })

  test('says the whole amount, whatever coupons paid of it, for the server to compare', async () => {
    const { notify, verdicts } = await started()
    const amount = { total: 1, payer_total: 0, currency: 'CNY', payer_currency: 'CNY' }
    await notify({ payment: { amount } })
    expect(verdicts).toMatchObject([{ isGenuine: true, facts: { amount: '0.01', currency: 'CNY' } }])
  })

  test.each<[string, WechatNotice]>([
    ['another merchant', { payment: { mchid: '1' } }],
    ['another app', { payment: { appid: 'wx1' } }],
    ['another currency', { payment: { amount: { total: 1200, currency: 'USD' } } }],
    ['no number', { payment: { out_trade_no: undefined } }],
    ['an amount that is none', { payment: { amount: { total: '1200', currency: 'CNY' } } }],
    ['a state that is none', { payment: { trade_state: 'PAID' } }],
  ])('with %s is a mismatch, though WeChat Pay signed it', async (_, notice) => {
    const { notify, verdicts } = await started()
    expect(await notify(notice)).toMatchObject({ status: 400 })
    expect(verdicts).toMatchObject([{ isGenuine: false, mismatch: true }])
  })

  const { privateKey: other } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const minutes = (count: number) => new Date(Date.parse('2026-07-01T04:00:00Z') + count * 60_000)
  test.each<[string, WechatNotice]>([
    ['another key', { key: other }],
    ['a key of which it says another number', { headers: { 'wechatpay-serial': 'PUB_KEY_ID_0' } }],
    ['no signature', { headers: { 'wechatpay-signature': '' } }],
    ['the signature by which WeChat Pay tries shops', { headers: { 'wechatpay-signature': 'WECHATPAY/SIGNTEST/c2lnbmF0dXJl' } }],
    ['a time six minutes ago', { at: minutes(-6) }],
    ['a time in six minutes', { at: minutes(6) }],
    ['another time than the signed one', { headers: { 'wechatpay-timestamp': String(minutes(1).getTime() / 1000) } }],
    ['a byte more', { change: (body) => `${body}\n` }],
    ['a byte less', { change: (body) => body.slice(0, -1) }],
    ['the same JSON in other writing', { change: (body) => JSON.stringify(JSON.parse(body), undefined, 1) }],
    ['another APIv3 key', { apiv3Key: 'x'.repeat(32) }],
    ['another event', { eventType: 'REFUND.SUCCESS' }],
  ])('with %s is refused', async (_, notice) => {
    const { notify, verdicts } = await started()
    expect(await notify(notice)).toMatchObject({ status: 400 })
    expect(verdicts).toMatchObject([{ isGenuine: false }])
    expect(verdicts[0]).not.toHaveProperty('mismatch')
  }) // prettier-ignore

  test.each([-4, 4])('signed %i minutes away is taken', async (count) => {
    const { notify, verdicts } = await started()
    await notify({ at: minutes(count) })
    expect(verdicts).toMatchObject([{ isGenuine: true }])
  })
})

describe('a refund', () => {
  test('is paid once under one number, whole and in parts', async () => {
    const { one } = await started()
    wechat.pay(one.reference)
    const part = refundOf(one, { amount: '5.00', total: '12.00' })
    expect(await gate.queryRefund(part)).toMatchObject({ value: { status: 'failed', reason: expect.stringContaining('RESOURCE_NOT_EXISTS') as string } })
    const number = `50${part.refundReference.slice(0, 8)}`
    for (const _ of [1, 2]) expect(await gate.refund(part)).toEqual({ kind: 'answer', value: { status: 'sent', refund: number } })
    expect(await gate.queryRefund(part)).toEqual({ kind: 'answer', value: { status: 'success', refund: number } })
    await gate.refund(refundOf(one, { amount: '7.00', total: '12.00' }))
    expect([...wechat.find(one.reference).refunds.values()]).toEqual([500, 700])
    const more = await gate.refund(refundOf(one, { amount: '0.01', total: '12.00' }))
    expect(more).toMatchObject({ value: { status: 'failed', reason: 'The amount is wrong (INVALID_REQUEST)' } })
  }) // prettier-ignore

  test('whose answer is lost may have been paid', async () => {
    const { one } = await started()
    wechat.pay(one.reference)
    for (const mode of ['junk', 'fails'] as const) {
      wechat.behave(mode)
      expect(await gate.refund(refundOf(one))).toMatchObject({ value: { status: 'sent' } })
    }
    wechat.behave('well')
  })
})

describe('out of order', () => {
  test.each(['junk', 'fails'] as const)(
    'a service that %s begins nothing and finds nobody paid',
    async (mode) => {
      const { one } = await started()
      wechat.pay(one.reference)
      wechat.behave(mode)
      const outcomes = [await gate.start(payment()), await gate.query(one), await gate.check()]
      wechat.behave('well')
      for (const outcome of outcomes) expect(outcome).toMatchObject({ kind: 'failed' })
    },
  )

  test('an answer that somebody else signed is not believed', async () => {
    const { platform_key } = (await openWechatpay()).config
    const mixed = gateway(app, await newGateway(app, 'gateway-wechatpay', { ...wechat.config, platform_key }))
    const { one } = await started()
    wechat.pay(one.reference)
    for (const outcome of [await mixed.query(one), await mixed.start(payment())])
      expect(outcome).toMatchObject({ kind: 'failed', reason: expect.stringContaining('signature is wrong') as string })
  }) // prettier-ignore

  test('a check says whether the keys are right', async () => {
    expect(await gate.check()).toMatchObject({ kind: 'answer' })
    const wrong = gateway(app, await newGateway(app, 'gateway-wechatpay', { ...wechat.config, serial: 'AB' }))
    expect(await wrong.check()).toMatchObject({ kind: 'failed', reason: expect.stringContaining('SIGN_ERROR') as string })
  }) // prettier-ignore

  test('no key is shown, in no outcome and in no line of the log', async () => {
    const { one, verdicts, notify } = await started()
    await notify()
    const all = JSON.stringify([await gate.check(), await gate.query(one), verdicts, app.logged])
    for (const secret of [wechat.config.apiv3_key, wechat.config.private_key.slice(40, 100)])
      expect(all).not.toContain(secret)
  })
})
