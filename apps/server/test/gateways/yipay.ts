// A simulator of a Yipay (epay) service for tests, by the public interface description of epay V1 (submit.php, mapi.php,
// api.php, MD5). It is no real service: nobody pays here, `pay` says that somebody did.
import { createHash, randomInt } from 'node:crypto'
import { openService, type Heard, type Mode, type Reply } from './service.ts'

interface YipayOptions {
  readonly pid?: string
  readonly key?: string
  /** Whether it refunds by API, as few services do. */
  readonly refunds?: boolean
}

type Fields = Readonly<Record<string, string>>

export interface YipayPayment {
  /** As the shop began it. */
  readonly fields: Fields
  readonly tradeNo: string
  /** In fen. */
  money: number
  isPaid: boolean
  /** In fen. */
  refunded: number
}

export interface YipayNotice {
  /** Values that take the place of the right ones before they are signed; undefined leaves one out. */
  readonly fields?: Readonly<Record<string, string | undefined>>
  /** The key that signs; another than the merchant's makes a forgery. */
  readonly key?: string
  /** What is added or changed after signing. */
  readonly unsigned?: Fields
  /** Stands behind the query as it is: `&money=1.00` makes money come twice. */
  readonly behind?: string
  readonly method?: 'GET' | 'POST'
  /** Where to; the address that the shop gave. */
  readonly to?: string | undefined
}

export interface Yipay {
  readonly url: string
  readonly pid: string
  readonly key: string
  /** What the shopkeeper enters into the interface. */
  readonly config: { readonly url: string; readonly pid: string; readonly key: string }
  /** What it was asked, oldest first. */
  readonly heard: readonly Heard[]
  /** `well`, or how it breaks: hangs, dies, answers junk or 500. */
  behave(mode: Mode): void
  /** A payment that the shop began. */
  find(reference: string): YipayPayment
  /** The customer opens the payment page of submit.php. */
  visit(paymentUrl: string): Promise<string>
  /** The customer pays, maybe another amount. */
  pay(reference: string, money?: string): void
  /** Sends a notice, right unless changed; answers what the shop replied. */
  notify(reference: string, notice?: YipayNotice): Promise<{ status: number; body: string }>
  /**
   * The known forgery: a buyer who could write a part of return_url cuts the checkout's own signed text elsewhere, and has a
   * notice whose signature holds.
   */
  forge(reference: string, to?: string): Promise<{ status: number; body: string }>
  close(): Promise<void>
}

/** Drops what isn't signed, sorts, joins without encoding, appends the key. */
export function yipaySign(fields: Fields, key: string): string {
  const text = Object.entries(fields)
    .filter(([name, value]) => name !== 'sign' && name !== 'sign_type' && value !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  return createHash('md5').update(text + key, 'utf8').digest('hex') // prettier-ignore
}

const newKey = () => Array.from({ length: 32 }, () => randomInt(36).toString(36)).join('')
const fenOf = (money: string) => Math.round(Number(money) * 100)
const moneyOf = (fen: number) => (fen / 100).toFixed(2)
const json = (said: object): Reply => ({ body: JSON.stringify(said) })
const no = (msg: string, code = -1) => json({ code, msg })

export async function openYipay(options: YipayOptions = {}): Promise<Yipay> {
  const { pid = '1001', key = newKey(), refunds = false } = options
  const payments = new Map<string, YipayPayment>()
  const shop = { pid, key, refunds, payments }
  const service = await openService({
    '/submit.php': ({ fields }) => {
      const begun = begin(shop, fields)
      return typeof begun === 'string' ? no(begun) : { body: `<!doctype html><p>Pay ${begun.fields['money']}` }
    },
    '/mapi.php': ({ method, fields }) => {
      const begun = method === 'POST' && fields['clientip'] ? begin(shop, fields) : 'clientip is missing'
      if (typeof begun === 'string') return no(begun)
      return json({ code: 1, msg: 'succ', trade_no: begun.tradeNo, qrcode: `https://qr.example.com/${begun.tradeNo}` })
    },
    '/api.php': ({ fields }) => api(shop, fields),
  }) // prettier-ignore
  const { url } = service
  const find = (reference: string) => {
    const payment = payments.get(reference)
    if (!payment) throw new Error(`No payment ${reference} was begun at the service.`)
    return payment
  }
  return {
    ...{ url, pid, key, find },
    config: { url, pid, key },
    heard: service.heard,
    behave: service.behave,
    visit: async (paymentUrl) => (await fetch(paymentUrl)).text(),
    pay: (reference, money) => {
      const payment = find(reference)
      payment.isPaid = true
      if (money !== undefined) payment.money = fenOf(money)
    },
    notify: (reference, notice = {}) => {
      const payment = find(reference)
      return send(noticeOf(shop, payment, notice), { to: payment.fields['notify_url'], ...notice })
    },
    forge: (reference, to) => {
      const { fields } = find(reference)
      return send(forgeryOf(shop, fields), { to: to ?? fields['notify_url'] })
    },
    close: service.close,
  }
}

interface Shop {
  readonly pid: string
  readonly key: string
  readonly refunds: boolean
  readonly payments: Map<string, YipayPayment>
}

const types = ['alipay', 'wxpay', 'qqpay']

/** Begins a payment, or says why not; the same again is the same payment. */
function begin({ pid, key, payments }: Shop, fields: Fields): YipayPayment | string {
  const { out_trade_no: reference = '', type, money = '', name = '', sign } = fields
  if (fields['pid'] !== pid) return 'The merchant does not exist'
  if (sign !== yipaySign(fields, key) || fields['sign_type'] !== 'MD5') return 'The signature is wrong'
  if (!/^\w{1,32}$/.test(reference) || !fields['notify_url'] || !fields['return_url']) return 'A field is missing'
  if (!/^\d+(\.\d{1,2})?$/.test(money) || fenOf(money) <= 0) return 'The amount is wrong'
  if (name === '' || Buffer.byteLength(name) > 127) return 'The name is wrong'
  if (type !== undefined && !types.includes(type)) return 'The type is wrong'
  const before = payments.get(reference)
  if (before) return before.fields['money'] === money ? before : 'The number is taken'
  const tradeNo = `2026${String(randomInt(1e9)).padStart(13, '0')}`
  const begun: YipayPayment = { fields, tradeNo, money: fenOf(money), isPaid: false, refunded: 0 }
  payments.set(reference, begun)
  return begun
} // prettier-ignore

function api({ pid, key, refunds, payments }: Shop, fields: Fields): Reply {
  const { act, out_trade_no: reference = '' } = fields
  if (fields['pid'] !== pid || fields['key'] !== key) return no('The key is wrong', -3)
  if (act === 'query') return json({ code: 1, pid, key, active: 1, money: '0.00' })
  const payment = payments.get(reference)
  if (!payment) return no('The order does not exist')
  if (act === 'order') return json(orderOf(pid, payment))
  if (act !== 'refund' || !refunds) return no('It has no such API')
  const amount = fenOf(fields['money'] ?? '')
  if (!payment.isPaid || !(amount > 0) || payment.refunded + amount > payment.money)
    return no('The amount is wrong')
  payment.refunded += amount
  return json({ code: 1, msg: `${moneyOf(amount)} was refunded` })
}

const orderOf = (pid: string, { fields, tradeNo, money, isPaid }: YipayPayment) => ({
  ...{ code: 1, msg: 'succ', trade_no: tradeNo, out_trade_no: fields['out_trade_no'], type: fields['type'] ?? 'alipay' },
  ...{ pid, name: fields['name'], money: moneyOf(money), status: isPaid ? 1 : 0, param: fields['param'] ?? '' },
}) // prettier-ignore

function noticeOf({ pid, key }: Shop, { fields, tradeNo, money }: YipayPayment, notice: YipayNotice): string {
  const right: Readonly<Record<string, string | undefined>> = {
    ...{ pid, trade_no: tradeNo, out_trade_no: fields['out_trade_no'], type: fields['type'] ?? 'alipay' },
    ...{ name: fields['name'], money: moneyOf(money), trade_status: 'TRADE_SUCCESS', param: fields['param'] },
    ...notice.fields,
  }
  const signed = Object.fromEntries(Object.entries(right).filter((entry) => entry[1] !== undefined)) as Fields
  const sign = yipaySign(signed, notice.key ?? key)
  return new URLSearchParams({ ...signed, sign, sign_type: 'MD5', ...notice.unsigned }).toString()
}

function forgeryOf({ pid, key }: Shop, checkout: Fields): string {
  const { money = '', name = '', notify_url = '', out_trade_no = '' } = checkout
  const bought = { money, name, notify_url, out_trade_no, pid, type: 'alipay' }
  // As a shop signs it that lets a buyer write into return_url, and shows it at the checkout.
  const written = 'https://shop.example.com/?x=1&trade_no=1&trade_status=TRADE_SUCCESS'
  const sign = yipaySign({ ...bought, return_url: written }, key)
  const cut = {
    ...{ money, name: `${name}&notify_url=${notify_url}`, out_trade_no, type: 'alipay' },
    pid: `${pid}&return_url=https://shop.example.com/?x=1`,
    ...{ trade_no: '1', trade_status: 'TRADE_SUCCESS' },
  }
  if (yipaySign(cut, key) !== sign) throw new Error('The forgery is no forgery any more.')
  return new URLSearchParams({ ...cut, sign, sign_type: 'MD5' }).toString()
}

async function send(query: string, { method = 'GET', to, behind = '' }: YipayNotice) {
  const form = query + behind
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer =
    method === 'GET'
      ? await fetch(`${to}?${form}`, { redirect: 'manual' })
      : await fetch(to ?? '', { method, headers, body: form, redirect: 'manual' })
  return { status: answer.status, body: await answer.text() }
}
