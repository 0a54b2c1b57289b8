/* lessor-plugin
{
  "id": "gateway-yipay",
  "kind": "gateway",
  "version": "1.0.0",
  "name": { "en": "Yipay (epay)", "zh": "易支付" },
  "description": {
    "en": "Alipay, WeChat Pay and QQ Wallet by a service that speaks the epay protocol (V1, MD5).",
    "zh": "通过兼容易支付协议（V1，MD5 签名）的平台收款：支付宝、微信支付、QQ 钱包。"
  },
  "config": [
    {
      "key": "url",
      "type": "url",
      "required": true,
      "label": { "en": "Address of the service", "zh": "接口地址" },
      "help": {
        "en": "Stands under API information in your merchant panel, next to pid and key; like https://pay.example.com/. Use https: your key is sent there.",
        "zh": "在易支付商户后台的「API 信息」页，与商户 ID、商户密钥在一起，如 https://pay.example.com/。请使用 https：密钥会发往该地址。"
      }
    },
    {
      "key": "pid",
      "type": "text",
      "required": true,
      "maxLength": 50,
      "label": { "en": "Merchant ID (pid)", "zh": "商户 ID（pid）" },
      "help": { "en": "A number like 1001, on the same page of the panel.", "zh": "形如 1001 的数字，在商户后台同一页。" }
    },
    {
      "key": "key",
      "type": "secret",
      "required": true,
      "label": { "en": "Merchant key", "zh": "商户密钥（key）" },
      "help": {
        "en": "On the same page; of a service with two versions the V1 (MD5) key. Whoever has it can forge payments: reset it there if it ever leaked.",
        "zh": "在同一页；若平台有两个版本，请用 V1（MD5）密钥。泄露后他人可伪造付款，请立即在平台重置。"
      }
    },
    {
      "key": "type",
      "type": "choice",
      "default": "alipay",
      "label": { "en": "Pays with", "zh": "支付方式" },
      "help": {
        "en": "One interface is one way to pay: for Alipay and WeChat Pay make two with the same key.",
        "zh": "一个接口对应一种支付方式；同时提供支付宝与微信时，请用相同的密钥建两个接口。"
      },
      "choices": [
        { "value": "alipay", "label": { "en": "Alipay", "zh": "支付宝" } },
        { "value": "wxpay", "label": { "en": "WeChat Pay", "zh": "微信支付" } },
        { "value": "qqpay", "label": { "en": "QQ Wallet", "zh": "QQ 钱包" } },
        { "value": "cashier", "label": { "en": "The customer chooses on the service's page", "zh": "客户在平台的收银台选择" } }
      ]
    },
    {
      "key": "way",
      "type": "choice",
      "default": "mapi",
      "label": { "en": "How payments begin", "zh": "下单方式" },
      "help": {
        "en": "The API (mapi.php) shows a QR code in your shop. Choose the page (submit.php) where the service has no such API; the customer's choice above always uses the page.",
        "zh": "API（mapi.php）在您的店内显示二维码；平台不支持时请选跳转页面（submit.php）。上面选「收银台」时总是跳转页面。"
      },
      "choices": [
        { "value": "mapi", "label": { "en": "API (mapi.php)", "zh": "API 下单（mapi.php）" } },
        { "value": "submit", "label": { "en": "Page (submit.php)", "zh": "跳转页面（submit.php）" } }
      ]
    },
    {
      "key": "refunds",
      "type": "flag",
      "default": false,
      "label": { "en": "The service refunds by API", "zh": "平台支持 API 退款" },
      "help": {
        "en": "Some services have api.php?act=refund, and mostly you must switch it on there. Otherwise refund by hand in the merchant panel.",
        "zh": "部分平台支持 api.php?act=refund，通常需在平台开启。不支持时请在商户后台手动退款。"
      }
    }
  ],
  "hosts": ["{url}"]
}
*/

const form = { 'content-type': 'application/x-www-form-urlencoded' }
/** What a notice may hold. */
const known = 'pid trade_no out_trade_no type name money trade_status param sign sign_type'.split(' ')

export async function start(payment, lessor) {
  if (payment.currency !== 'CNY') throw new Error(`Yipay takes CNY, not ${payment.currency}.`)
  const { pid, type, way } = lessor.config
  const hasPage = way === 'submit' || type === 'cashier'
  const bound = { reference: payment.reference, amount: payment.amount, name: nameOf(payment.title) }
  const fields = await signed(
    {
      pid,
      ...(type !== 'cashier' && { type }),
      out_trade_no: bound.reference,
      notify_url: payment.noticeUrl,
      return_url: payment.returnUrl,
      name: bound.name,
      money: bound.amount,
      param: await bond(bound, lessor),
      ...(!hasPage && { clientip: payment.ip, device: 'pc' }),
    },
    lessor,
  )
  if (hasPage) return { paymentUrl: `${at('submit.php', lessor)}?${encoded(fields)}` }
  const said = await ask(at('mapi.php', lessor), lessor, fields)
  if (!isOne(said.code)) throw new Error(`The service refused the payment: ${said.msg}`)
  return actionIn(said)
}

/** What the customer does: scan, or open a page. */
function actionIn({ qrcode, payurl, trade_no }) {
  if (!isText(qrcode) && !isPage(payurl)) throw new Error('The service gave neither a QR code nor a page.')
  return {
    ...(isText(qrcode) && { qrCode: qrcode }),
    ...(isPage(payurl) && { paymentUrl: payurl }),
    ...(isText(trade_no) && { transaction: trade_no }),
  }
}

export async function notice(request, lessor) {
  const fields = fieldsOf([request.query, request.body].filter(Boolean).join('&'))
  const wrong = problemOf(fields)
  if (wrong) return refused(wrong)
  const { sign, ...signedFields } = fields
  if (!isSame(sign, await signOf(signedFields, lessor))) return refused('Its signature is wrong.')
  const { pid, out_trade_no: reference, trade_no, name, money, trade_status, param } = fields
  if (pid !== String(lessor.config.pid)) return refused('It is for another merchant (pid).', reference)
  const amount = amountOf(money)
  if (amount === undefined) return refused('Its amount is no amount.', reference)
  // Services give it back as it was. One that leaves it out is asked all the same.
  if (param && !isSame(param, await bond({ reference, amount, name }, lessor)))
    return refused('Its number, amount and name are not those of one payment of ours.', reference)
  return {
    isGenuine: true,
    mustAsk: true,
    facts: {
      status: trade_status === 'TRADE_SUCCESS' ? 'paid' : 'pending',
      reference,
      amount,
      currency: 'CNY',
      transaction: trade_no,
    },
    reply: { status: 200, body: 'success' },
  }
}

/** With a reference: it was signed rightly. */
const refused = (reason, reference) => ({
  isGenuine: false,
  reason,
  ...(reference !== undefined && { mismatch: true, reference }),
  reply: { status: 400, body: 'fail' },
})

/** The signed text has no escaping: a value with `&` in it could stand for several fields. */
function problemOf(fields) {
  if (!fields) return 'It is no form in which each field comes once.'
  const stranger = Object.keys(fields).find((name) => !known.includes(name))
  if (stranger !== undefined) return `It has a field that no notice has: ${stranger.slice(0, 50)}`
  const missing = known.find((name) => name !== 'param' && !fields[name])
  if (missing) return `It lacks ${missing}.`
  if (Object.values(fields).some((value) => value.includes('&'))) return 'A value holds an &.'
  return fields.sign_type === 'MD5' ? undefined : 'It is not signed by MD5.'
}

export async function query({ reference }, lessor) {
  const { pid, key } = lessor.config
  const asked = `act=order&pid=${encodeURIComponent(pid)}&key=${key}&out_trade_no=${reference}`
  const said = await ask(`${at('api.php', lessor)}?${asked}`, lessor)
  if (!isOne(said.code)) {
    await lessor.log(`The service knows no payment ${reference}: ${said.msg}`)
    return { status: 'unknown' }
  }
  const isOurs = (own, its) => its === undefined || String(its) === String(own)
  if (!isOurs(reference, said.out_trade_no) || !isOurs(pid, said.pid))
    throw new Error('The service answered about another payment.')
  const status = isOne(said.status) ? 'paid' : 'pending'
  // Other numbers mean other things to other services: refunded, frozen.
  if (status === 'pending' && String(said.status) !== '0') return { status: 'unknown' }
  const amount = amountOf(said.money)
  if (amount === undefined) throw new Error('The service answered without an amount.')
  return { status, reference, amount, currency: 'CNY', transaction: String(said.trade_no ?? '') }
}

export async function refund(wanted, lessor) {
  const { refunds, pid, key } = lessor.config
  if (!refunds) return { actionRequired: byHand(wanted) }
  const before = await triedBefore(wanted, lessor)
  // The service has no number for refunds, so a second request would pay a second time.
  if (before) return before === 'done' ? { status: 'success' } : unsure(wanted)
  if (!(await remember(wanted, 'sent', lessor))) return { actionRequired: byHand(wanted) }
  const fields = { pid, key, out_trade_no: wanted.reference, money: wanted.amount }
  let said
  try {
    said = await ask(`${at('api.php', lessor)}?act=refund`, lessor, fields)
  } catch (error) {
    await lessor.log(error.message)
    return unsure(wanted)
  }
  if (!/^-?\d+$/.test(said.code)) return unsure(wanted)
  await remember(wanted, isOne(said.code) ? 'done' : 'refused', lessor)
  return isOne(said.code)
    ? { status: 'success' }
    : { status: 'failed', reason: String(said.msg).slice(0, 200) }
}

/** There is nothing to ask; what an earlier call heard is kept. */
export async function queryRefund(wanted, lessor) {
  return (await triedBefore(wanted, lessor)) === 'done' ? { status: 'success' } : unsure(wanted)
}

export async function check(_, lessor) {
  const { pid, key } = lessor.config
  const asked = `act=query&pid=${encodeURIComponent(pid)}&key=${key}`
  const { code, msg } = await ask(`${at('api.php', lessor)}?${asked}`, lessor)
  if (!isOne(code)) throw new Error(`The service does not know this pid with this key: ${msg}`)
}

const byHand = ({ amount, reference }) =>
  `Refund ${amount} of order number ${reference} by hand in the merchant panel of the service. ` +
  `请在易支付商户后台手动退款：商户订单号 ${reference}，金额 ${amount}。`
const unsure = ({ amount, reference }) => ({
  status: 'sent',
  reason:
    `The service did not say whether it refunded ${amount} of order number ${reference}: look in its merchant panel. ` +
    `平台没有说明是否已退款，请在易支付商户后台核实：商户订单号 ${reference}，金额 ${amount}。`,
})

// Refunds that were sent are kept in a fixed number of places, so that they never fill the room of the interface.
const placeOf = ({ refundReference }) => `refund-${refundReference.slice(-2)}`
const keptMs = 30 * 86_400_000

async function triedBefore(wanted, lessor) {
  const [of, state] = (await lessor.kv.get(placeOf(wanted))) ?? []
  return of === wanted.refundReference && state !== 'refused' ? state : undefined
}

/** False where another refund has the place, of which nobody knows yet whether it was paid. */
async function remember(wanted, state, lessor) {
  const now = await lessor.now()
  const [of, was, since] = (await lessor.kv.get(placeOf(wanted))) ?? []
  if (was === 'sent' && of !== wanted.refundReference && now - since < keptMs) return false
  await lessor.kv.set(placeOf(wanted), [wanted.refundReference, state, now])
  return true
}

/** A file of the service; people enter its address with one of them, too. */
const at = (file, { config }) =>
  `${config.url.replace(/[?#].*$/, '').replace(/(submit|mapi|api)\.php$/, '').replace(/\/*$/, '')}/${file}` // prettier-ignore

async function ask(url, lessor, fields) {
  const posted = fields && { method: 'POST', headers: form, body: encoded(fields) }
  const { status, body } = await lessor.fetch(url, posted ?? {})
  if (status === 404) throw new Error('The service has no such page (404): is its address right, does it have this API?')
  if (status !== 200) throw new Error(`The service answered ${status}.`)
  const said = jsonIn(body.replace(/^\uFEFF/, ''))
  if (typeof said !== 'object' || said === null || Array.isArray(said))
    throw new Error(`The service gave no answer: ${body.slice(0, 100)}`)
  return said
} // prettier-ignore

function jsonIn(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const encoded = (fields) =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

/** The fields of a form; undefined where it is none, or one comes twice. */
function fieldsOf(text) {
  const fields = {}
  for (const part of text.split('&')) {
    const [, name, value] = /^(\w+)=(.*)$/.exec(part) ?? []
    if (name === undefined || Object.hasOwn(fields, name)) return undefined
    try {
      fields[name] = decodeURIComponent(value.replaceAll('+', ' '))
    } catch {
      return undefined
    }
  }
  return fields
}

async function signed(fields, lessor) {
  if (Object.values(fields).some((value) => String(value).includes('&')))
    throw new Error('What is signed may hold no &: look at the public address of the shop.')
  return { ...fields, sign: await signOf(fields, lessor), sign_type: 'MD5' }
}

function signOf(fields, lessor) {
  const names = Object.keys(fields).filter((name) => name !== 'sign_type' && fields[name] !== '')
  const text = names.sort().map((name) => `${name}=${fields[name]}`)
  return lessor.hash('md5', text.join('&') + lessor.config.key)
}

/** Travels with a payment and comes back in its notice: says which amount and name belong to this number. */
const bond = async ({ reference, amount, name }, lessor) =>
  (await lessor.hmac('sha256', lessor.config.key, [reference, amount, name].join('\n'))).slice(0, 32)

/** Letters, digits and what parts them: services write the rest in other ways. At most 127 bytes. */
function nameOf(title) {
  const plain = title.replace(/[^\p{L}\p{M}\p{N}._()-]+/gu, ' ').trim() || 'Order'
  let name = ''
  for (const character of plain) {
    if (bytesOf(name + character) > 127) break
    name += character
  }
  return name.trim()
}
const bytesOf = (text) => encodeURIComponent(text).replace(/%../g, '.').length

/** 12, 12.3 or 12.30 as 12.30; undefined for what is no amount. */
function amountOf(given) {
  const [, yuan, fen = ''] = /^(\d{1,10})(?:\.(\d{1,2})0*)?$/.exec(String(given)) ?? []
  return yuan === undefined ? undefined : `${Number(yuan)}.${fen.padEnd(2, '0')}`
}

const isOne = (value) => String(value) === '1'
const isText = (value) => typeof value === 'string' && value !== ''
const isPage = (value) => isText(value) && /^https?:\/\//.test(value)

/** Takes as long whichever character is wrong. */
function isSame(one, other) {
  let difference = one.length ^ other.length
  for (let i = 0; i < other.length; i += 1) difference |= one.charCodeAt(i) ^ other.charCodeAt(i)
  return difference === 0
}
