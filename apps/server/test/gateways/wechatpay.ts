// A simulator of WeChat Pay's API v3 for tests, by its public description (native payment, query, refunds, notices, RSA
// signatures and AES-256-GCM). It is not WeChat Pay; an independent client accepts it (wechatpay.test.ts), and it accepts that.
import {
  createCipheriv,
  createSign,
  createVerify,
  generateKeyPairSync,
  randomBytes,
  randomInt,
} from 'node:crypto'
import { openService, type Heard, type Mode, type Reply } from './service.ts'

export interface WechatPayment {
  readonly noticeUrl: string
  readonly transaction: string
  /** In fen. */
  readonly total: number
  state: 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED'
  /** In fen, by number. */
  readonly refunds: Map<string, number>
}

export interface WechatNotice {
  /** Values of the payment that take the place of the right ones. */
  readonly payment?: Readonly<Record<string, unknown>>
  readonly eventType?: string
  /** PEM of the key that signs. */
  readonly key?: string
  /** Under which the payment is sealed. */
  readonly apiv3Key?: string
  /** When it was signed. */
  readonly at?: Date
  /** In place of the right ones, after signing. */
  readonly headers?: Readonly<Record<string, string>>
  readonly change?: (body: string) => string
  readonly to?: string | undefined
}

export interface Wechatpay {
  readonly url: string
  /** What the shopkeeper enters into the interface. */
  readonly config: Readonly<Record<'mchid' | 'appid' | 'serial' | 'private_key' | 'apiv3_key' | 'platform_serial' | 'platform_key' | 'api', string>>
  readonly heard: readonly Heard[]
  behave(mode: Mode): void
  find(reference: string): WechatPayment
  pay(reference: string): void
  /** Sends a notice, right unless changed; answers what the shop replied. */
  notify(reference: string, notice?: WechatNotice): Promise<{ status: number; body: string }>
  noticeOf(reference: string, notice?: WechatNotice): { headers: Record<string, string>; body: string }
  close(): Promise<void>
} // prettier-ignore

interface Platform {
  readonly mchid: string
  readonly appid: string
  readonly serial: string
  readonly merchantKey: string
  readonly privateKey: string
  readonly platformSerial: string
  readonly apiv3Key: string
  readonly now: () => Date
  readonly payments: Map<string, WechatPayment>
}

const newKeys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
const signed = (text: string, key: string) =>
  createSign('RSA-SHA256').update(text, 'utf8').sign(key, 'base64')
const secondsOf = (time: Date) => String(Math.floor(time.getTime() / 1000))

/** `now` is the clock of the shop's server: signatures grow stale. */
export async function openWechatpay({ now = () => new Date() } = {}): Promise<Wechatpay> {
  const [merchant, own] = [newKeys(), newKeys()]
  const platform: Platform = {
    ...{ mchid: String(1.9e9 + randomInt(1e6)), appid: `wx${randomBytes(8).toString('hex')}` },
    ...{ serial: randomBytes(20).toString('hex').toUpperCase(), platformSerial: `PUB_KEY_ID_${randomInt(1e9)}` },
    ...{ merchantKey: merchant.publicKey, privateKey: own.privateKey, apiv3Key: randomBytes(16).toString('hex') },
    ...{ now, payments: new Map() },
  } // prettier-ignore
  const service = await openService({ '/v3/*': (heard) => answer(platform, heard) })
  const find = (reference: string) => {
    const payment = platform.payments.get(reference)
    if (!payment) throw new Error(`No payment ${reference} was begun at WeChat Pay.`)
    return payment
  }
  const noticeOf = (reference: string, notice: WechatNotice = {}) =>
    signedNotice(platform, reference, find(reference), notice)
  return {
    ...{ find, noticeOf, url: service.url, heard: service.heard, behave: service.behave, close: service.close },
    config: {
      ...{ mchid: platform.mchid, appid: platform.appid, serial: platform.serial, private_key: merchant.privateKey },
      ...{ apiv3_key: platform.apiv3Key, platform_serial: platform.platformSerial, platform_key: own.publicKey, api: service.url },
    },
    pay: (reference) => {
      find(reference).state = 'SUCCESS'
    },
    notify: async (reference, notice = {}) => {
      const { to = find(reference).noticeUrl } = notice
      const answered = await fetch(to, { method: 'POST', ...noticeOf(reference, notice) })
      return { status: answered.status, body: await answered.text() }
    },
  } // prettier-ignore
}

/** Every answer is signed, refusals too. */
function answer(platform: Platform, heard: Heard): Reply {
  const { status, said } = isAuthorized(platform, heard)
    ? routed(platform, heard)
    : no(401, 'SIGN_ERROR', 'The signature is wrong')
  const body = JSON.stringify(said)
  const [timestamp, nonce] = [secondsOf(platform.now()), randomBytes(16).toString('hex')]
  const signature = signed(`${timestamp}\n${nonce}\n${body}\n`, platform.privateKey)
  return {
    status,
    body,
    headers: {
      ...{ 'content-type': 'application/json; charset=utf-8', 'wechatpay-timestamp': timestamp, 'wechatpay-nonce': nonce },
      ...{ 'wechatpay-signature': signature, 'wechatpay-serial': platform.platformSerial },
    },
  }
} // prettier-ignore

function isAuthorized({ mchid, serial, merchantKey, now }: Platform, { method, path, headers, body }: Heard) {
  const parts = Object.fromEntries(
    [...(headers.authorization ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
  const text = `${method}\n${path}\n${parts['timestamp']}\n${parts['nonce_str']}\n${body}\n`
  return (
    headers.authorization?.startsWith('WECHATPAY2-SHA256-RSA2048 ') === true &&
    parts['mchid'] === mchid &&
    parts['serial_no'] === serial &&
    Math.abs(Number(parts['timestamp']) - now().getTime() / 1000) <= 300 &&
    createVerify('RSA-SHA256').update(text, 'utf8').verify(merchantKey, parts['signature'] ?? '', 'base64')
  )
} // prettier-ignore

interface Said {
  readonly status: number
  readonly said: object
}
const yes = (said: object): Said => ({ status: 200, said })
const no = (status: number, code: string, message: string): Said => ({ status, said: { code, message } })

function routed(platform: Platform, { method, path, body }: Heard): Said {
  const [place = '', query = ''] = path.split('?')
  const content = method === 'POST' ? (JSON.parse(body) as Content) : {}
  const [, reference] = /^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)$/.exec(place) ?? []
  const [, refund] = /^\/v3\/refund\/domestic\/refunds\/([^/]+)$/.exec(place) ?? []
  if (place === '/v3/pay/transactions/native' && method === 'POST') return begin(platform, content)
  if (reference && query === `mchid=${platform.mchid}`) return found(platform, reference)
  if (place === '/v3/refund/domestic/refunds' && method === 'POST') return refunded(platform, content)
  return refund ? refundFound(platform, refund) : no(404, 'NOT_FOUND', 'No such API')
}

interface Content {
  readonly appid?: string
  readonly mchid?: string
  readonly description?: string
  readonly out_trade_no?: string
  readonly out_refund_no?: string
  readonly time_expire?: string
  readonly notify_url?: string
  readonly amount?: { readonly total?: number; readonly refund?: number; readonly currency?: string }
}

function begin({ appid, mchid, payments }: Platform, content: Content): Said {
  const { out_trade_no: reference = '', description = '', notify_url: noticeUrl = '', time_expire = '', amount = {} } = content
  const { total = 0 } = amount
  const isWrong =
    content.appid !== appid || content.mchid !== mchid || amount.currency !== 'CNY' ||
    !/^[0-9A-Za-z_|*-]{6,32}$/.test(reference) || description === '' || Buffer.byteLength(description) > 127 ||
    !Number.isInteger(total) || total < 1 || !/^https:\/\/[^?]+$/.test(noticeUrl) ||
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/.test(time_expire)
  if (isWrong) return no(400, 'PARAM_ERROR', 'A parameter is wrong')
  const before = payments.get(reference)
  if (before && before.total !== total) return no(400, 'INVALID_REQUEST', 'The number is taken')
  const transaction = `42000${randomInt(1e12)}`
  if (!before) payments.set(reference, { noticeUrl, transaction, total, state: 'NOTPAY', refunds: new Map() })
  return yes({ code_url: `weixin://wxpay/bizpayurl?pr=${reference.slice(-8)}` })
} // prettier-ignore

const paymentOf = ({ mchid, appid }: Platform, reference: string, { state, total, transaction }: WechatPayment) => ({
  ...{ mchid, appid, out_trade_no: reference, trade_state: state, trade_state_desc: state },
  amount: { total, payer_total: Math.max(total - 1, 0), currency: 'CNY', payer_currency: 'CNY' },
  ...(state !== 'NOTPAY' && { transaction_id: transaction, trade_type: 'NATIVE', success_time: '2026-07-01T12:00:00+08:00' }),
}) // prettier-ignore

function found(platform: Platform, reference: string): Said {
  const payment = platform.payments.get(reference)
  return payment ? yes(paymentOf(platform, reference, payment)) : no(404, 'ORDER_NOT_EXIST', 'No such order')
}

function refunded({ payments }: Platform, content: Content): Said {
  const { out_trade_no = '', out_refund_no = '', amount: { refund = 0, total = 0 } = {} } = content
  const payment = payments.get(out_trade_no)
  if (!payment || payment.state === 'NOTPAY') return no(404, 'RESOURCE_NOT_EXISTS', 'No such order')
  const before = payment.refunds.get(out_refund_no)
  const all = [...payment.refunds.values()].reduce((sum, one) => sum + one, 0)
  const isTooMuch = before === undefined && all + refund > payment.total
  if (total !== payment.total || refund < 1 || isTooMuch || (before !== undefined && before !== refund))
    return no(400, 'INVALID_REQUEST', 'The amount is wrong')
  payment.refunds.set(out_refund_no, refund)
  payment.state = 'REFUND'
  return yes({ ...refundOf(out_refund_no, refund), status: 'PROCESSING' })
}

const refundOf = (out_refund_no: string, refund: number) => ({
  ...{ refund_id: `50${out_refund_no.slice(0, 8)}`, out_refund_no, status: 'SUCCESS' },
  amount: { refund, currency: 'CNY' },
})

function refundFound({ payments }: Platform, number: string): Said {
  for (const { refunds } of payments.values()) {
    const refund = refunds.get(number)
    if (refund !== undefined) return yes(refundOf(number, refund))
  }
  return no(404, 'RESOURCE_NOT_EXISTS', 'No such refund')
}

function signedNotice(
  platform: Platform,
  reference: string,
  payment: WechatPayment,
  { payment: changed, eventType = 'TRANSACTION.SUCCESS', ...notice }: WechatNotice,
) {
  const { key = platform.privateKey, apiv3Key = platform.apiv3Key, at = platform.now(), change = (body) => body } = notice
  const [nonce, associated_data] = [randomBytes(6).toString('hex'), 'transaction']
  const cipher = createCipheriv('aes-256-gcm', apiv3Key, nonce).setAAD(Buffer.from(associated_data))
  const plain = JSON.stringify({ ...paymentOf(platform, reference, payment), trade_state: 'SUCCESS', transaction_id: payment.transaction, ...changed })
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  const resource = { original_type: 'transaction', algorithm: 'AEAD_AES_256_GCM', ciphertext: sealed.toString('base64'), associated_data, nonce }
  const body = JSON.stringify({ id: `EV-${nonce}`, create_time: '2026-07-01T12:00:00+08:00', resource_type: 'encrypt-resource', event_type: eventType, summary: '支付成功', resource })
  const [timestamp, word] = [secondsOf(at), randomBytes(16).toString('hex')]
  return {
    headers: {
      ...{ 'content-type': 'application/json', 'wechatpay-timestamp': timestamp, 'wechatpay-nonce': word },
      ...{ 'wechatpay-signature': signed(`${timestamp}\n${word}\n${body}\n`, key), 'wechatpay-serial': platform.platformSerial },
      ...notice.headers,
    },
    body: change(body),
  }
} // prettier-ignore
