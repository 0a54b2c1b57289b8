// A simulator of Alipay's open platform for tests, by its public description of the v2 protocol (gateway.do, RSA2,
// alipay.trade.precreate, query, refund, fastpay.refund.query) and of its notices. It is not Alipay; its own SDK accepts it
// (alipay.test.ts), and it accepts that SDK.
import { createSign, createVerify, generateKeyPairSync, randomInt } from 'node:crypto'
import { openService, type Heard, type Mode, type Reply } from './service.ts'

type Fields = Readonly<Record<string, string>>

export interface AlipayPayment {
  readonly subject: string
  readonly noticeUrl: string
  readonly tradeNo: string
  /** In fen. */
  total: number
  /** Alipay knows a payment once its code was scanned: null before. */
  state: 'WAIT_BUYER_PAY' | 'TRADE_SUCCESS' | 'TRADE_FINISHED' | 'TRADE_CLOSED' | null
  /** In fen, by number. */
  readonly refunds: Map<string, number>
}

export interface AlipayNotice {
  /** Values that take the place of the right ones before they are signed; undefined leaves one out. */
  readonly fields?: Readonly<Record<string, string | undefined>>
  /** PEM of the key that signs. */
  readonly key?: string
  /** How it is signed, and says that it is. */
  readonly signType?: 'RSA' | 'RSA2'
  /** What is added or changed after signing. */
  readonly unsigned?: Fields
  /** Stands behind the form as it is. */
  readonly behind?: string
  readonly method?: 'GET' | 'POST'
  readonly to?: string | undefined
}

export interface Alipay {
  /** Of its gateway.do. */
  readonly url: string
  /** What the shopkeeper enters into the interface. */
  readonly config: Readonly<Record<'app_id' | 'seller_id' | 'private_key' | 'alipay_public_key' | 'gateway', string>>
  readonly heard: readonly Heard[]
  behave(mode: Mode): void
  find(reference: string): AlipayPayment
  /** The customer scans the code; with `pay` also pays. */
  scan(reference: string): void
  pay(reference: string): void
  /** Sends a notice, right unless changed; answers what the shop replied. */
  notify(reference: string, notice?: AlipayNotice): Promise<{ status: number; body: string }>
  /** The fields of that notice. */
  noticeOf(reference: string, notice?: AlipayNotice): Fields
  close(): Promise<void>
} // prettier-ignore

interface Platform {
  readonly appId: string
  readonly sellerId: string
  readonly appPublicKey: string
  readonly privateKey: string
  readonly payments: Map<string, AlipayPayment>
}

const newKeys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
/** As Alipay shows keys: without the lines around. */
const bare = (pem: string) => pem.replaceAll(/-----[^-]+-----|\s/g, '')
const fenOf = (money: string) => Math.round(Number(money) * 100)
const moneyOf = (fen: number) => (fen / 100).toFixed(2)

export async function openAlipay(): Promise<Alipay> {
  const [app, own] = [newKeys(), newKeys()]
  const platform: Platform = {
    appId: String(2021e12 + randomInt(1e9)),
    sellerId: String(2088e12 + randomInt(1e9)),
    appPublicKey: app.publicKey,
    privateKey: own.privateKey,
    payments: new Map(),
  }
  const service = await openService({ '/gateway.do': (heard) => answer(platform, heard) })
  const gateway = `${service.url}/gateway.do`
  const find = (reference: string) => {
    const payment = platform.payments.get(reference)
    if (!payment) throw new Error(`No payment ${reference} was begun at Alipay.`)
    return payment
  }
  const noticeOf = (reference: string, notice: AlipayNotice = {}) =>
    signedNotice(platform, reference, find(reference), notice)
  return {
    ...{ find, noticeOf, heard: service.heard, behave: service.behave, close: service.close },
    url: gateway,
    config: {
      ...{ app_id: platform.appId, seller_id: platform.sellerId, gateway },
      ...{ private_key: bare(app.privateKey), alipay_public_key: bare(own.publicKey) },
    },
    scan: (reference) => {
      find(reference).state ??= 'WAIT_BUYER_PAY'
    },
    pay: (reference) => {
      find(reference).state = 'TRADE_SUCCESS'
    },
    notify: (reference, notice = {}) =>
      post(noticeOf(reference, notice), { to: find(reference).noticeUrl, ...notice }),
  }
}

/** Sorted, joined without encoding. */
const textOf = (fields: Readonly<Record<string, string>>) =>
  Object.keys(fields)
    .toSorted()
    .map((name) => `${name}=${fields[name]}`)
    .join('&')
const signed = (text: string, key: string, digest = 'RSA-SHA256') =>
  createSign(digest).update(text, 'utf8').sign(key, 'base64')

function answer(platform: Platform, { fields }: Heard): Reply {
  const { sign = '', ...content } = fields
  const name = `${(fields['method'] ?? '').replaceAll('.', '_')}_response`
  const isRight = createVerify('RSA-SHA256').update(textOf(content), 'utf8').verify(platform.appPublicKey, sign, 'base64')
  if (fields['app_id'] !== platform.appId) return { body: JSON.stringify({ error_response: refusal('40002', 'isv.invalid-app-id') }) }
  const isOld = fields['sign_type'] !== 'RSA2' || !/^\d{4}(-\d\d){2} \d\d(:\d\d){2}$/.test(fields['timestamp'] ?? '')
  if (!isRight || isOld) return { body: JSON.stringify({ error_response: refusal('40002', 'isv.invalid-signature') }) }
  const method = methods[fields['method'] ?? '']
  const said = JSON.stringify(method ? method(platform, JSON.parse(fields['biz_content'] ?? '{}') as Fields, fields) : refusal('40006', 'isv.insufficient-isv-permissions'))
  return { body: `{"${name}":${said},"sign":"${signed(said, platform.privateKey)}"}` }
} // prettier-ignore

const done = { code: '10000', msg: 'Success' }
const refusal = (code: string, sub: string) => ({ code, msg: 'Business Failed', sub_code: sub, sub_msg: `"{sign}" ${sub}` }) // prettier-ignore

type Method = (platform: Platform, content: Fields, fields: Fields) => object

const methods: Readonly<Record<string, Method>> = {
  'alipay.trade.precreate': ({ payments }, { out_trade_no = '', total_amount = '', subject = '', timeout_express = '' }, fields) => {
    const isWrong = !/^\w{1,64}$/.test(out_trade_no) || !/^\d+\.\d\d$/.test(total_amount) || fenOf(total_amount) <= 0 || /[/=&]/.test(subject) || subject === '' || !/^\d+m$/.test(timeout_express)
    if (isWrong) return refusal('40004', 'ACQ.INVALID_PARAMETER')
    const before = payments.get(out_trade_no)
    if (before && before.total !== fenOf(total_amount)) return refusal('40004', 'ACQ.CONTEXT_INCONSISTENT')
    const tradeNo = before?.tradeNo ?? `2026${String(randomInt(1e12)).padStart(24, '0')}`
    if (!before) payments.set(out_trade_no, { subject, noticeUrl: fields['notify_url'] ?? '', tradeNo, total: fenOf(total_amount), state: null, refunds: new Map() })
    return { ...done, out_trade_no, qr_code: `https://qr.alipay.com/${tradeNo}` }
  },
  'alipay.trade.query': ({ payments }, { out_trade_no = '' }) => {
    const payment = payments.get(out_trade_no)
    if (!payment?.state) return refusal('40004', 'ACQ.TRADE_NOT_EXIST')
    return { ...done, out_trade_no, trade_no: payment.tradeNo, trade_status: payment.state, total_amount: moneyOf(payment.total), buyer_logon_id: 'a\\"b}***@example.com' }
  },
  'alipay.trade.refund': ({ payments }, { out_trade_no = '', out_request_no = '', refund_amount = '' }) => {
    const payment = payments.get(out_trade_no)
    if (payment?.state !== 'TRADE_SUCCESS') return refusal('40004', 'ACQ.TRADE_STATUS_ERROR')
    const before = payment.refunds.get(out_request_no)
    const all = [...payment.refunds.values()].reduce((sum, one) => sum + one, 0)
    if (before !== undefined && before !== fenOf(refund_amount)) return refusal('40004', 'ACQ.DISCORDANT_REPEAT_REQUEST')
    if (before === undefined && all + fenOf(refund_amount) > payment.total) return refusal('40004', 'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL')
    payment.refunds.set(out_request_no, fenOf(refund_amount))
    return { ...done, out_trade_no, trade_no: payment.tradeNo, fund_change: before === undefined ? 'Y' : 'N', refund_fee: moneyOf(all + fenOf(refund_amount)) }
  },
  'alipay.trade.fastpay.refund.query': ({ payments }, { out_trade_no = '', out_request_no = '' }) => {
    const refunded = payments.get(out_trade_no)?.refunds.get(out_request_no)
    if (refunded === undefined) return { ...done, out_trade_no, out_request_no }
    return { ...done, out_trade_no, out_request_no, refund_amount: moneyOf(refunded), refund_status: 'REFUND_SUCCESS' }
  },
} // prettier-ignore

function signedNotice(
  { appId, sellerId, privateKey }: Platform,
  reference: string,
  { subject, tradeNo, total, state }: AlipayPayment,
  { fields = {}, key = privateKey, signType = 'RSA2', unsigned = {} }: AlipayNotice,
): Fields {
  const right: Readonly<Record<string, string | undefined>> = {
    ...{ gmt_create: '2026-07-01 12:00:00', charset: 'utf-8', notify_time: '2026-07-01 12:00:01', version: '1.0' },
    ...{ notify_type: 'trade_status_sync', notify_id: `2026${tradeNo}`, app_id: appId, auth_app_id: appId, seller_id: sellerId },
    ...{ subject, out_trade_no: reference, trade_no: tradeNo, trade_status: state ?? 'WAIT_BUYER_PAY' },
    ...{ total_amount: moneyOf(total), buyer_pay_amount: moneyOf(total), buyer_logon_id: '100%***@example.com' },
    fund_bill_list: JSON.stringify([{ amount: moneyOf(total), fundChannel: 'ALIPAYACCOUNT' }]),
    ...fields,
  }
  const given = Object.fromEntries(Object.entries(right).filter((entry) => entry[1] !== undefined)) as Fields
  const sign = signed(textOf(given), key, signType === 'RSA' ? 'RSA-SHA1' : 'RSA-SHA256')
  return { ...given, sign, sign_type: signType, ...unsigned }
} // prettier-ignore

async function post(fields: Fields, { method = 'POST', to = '', behind = '' }: AlipayNotice) {
  const body = new URLSearchParams(fields).toString() + behind
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
  const answered =
    method === 'GET' ? await fetch(`${to}?${body}`) : await fetch(to, { method, headers, body })
  return { status: answered.status, body: await answered.text() }
}
