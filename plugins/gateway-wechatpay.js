/* lessor-plugin
{
  "id": "gateway-wechatpay",
  "kind": "gateway",
  "version": "1.0.0",
  "name": { "en": "WeChat Pay", "zh": "微信支付" },
  "description": {
    "en": "A QR code by WeChat Pay itself (Native payment, API v3). Needs a merchant account.",
    "zh": "直接对接微信支付 Native 扫码支付（API v3）。需有微信支付商户号。"
  },
  "config": [
    {
      "key": "mchid",
      "type": "text",
      "required": true,
      "maxLength": 32,
      "label": { "en": "Merchant ID (mchid)", "zh": "商户号（mchid）" },
      "help": { "en": "At pay.weixin.qq.com under Account Center > Merchant information.", "zh": "pay.weixin.qq.com「账户中心 > 商户信息」。" }
    },
    {
      "key": "appid",
      "type": "text",
      "required": true,
      "maxLength": 32,
      "label": { "en": "App ID", "zh": "AppID" },
      "help": {
        "en": "Of the official account or mini program that is bound to the merchant: Product Center > AppID management. Begins with wx.",
        "zh": "与商户号绑定的公众号或小程序：「产品中心 > AppID 账号管理」，以 wx 开头。"
      }
    },
    {
      "key": "serial",
      "type": "text",
      "required": true,
      "maxLength": 64,
      "label": { "en": "Serial number of your certificate", "zh": "商户证书序列号" },
      "help": {
        "en": "Account Center > API security > Merchant API certificate > Manage; 40 hex digits.",
        "zh": "「账户中心 > API 安全 > 商户 API 证书 > 管理证书」，40 位十六进制。"
      }
    },
    {
      "key": "private_key",
      "type": "secret",
      "required": true,
      "label": { "en": "Your private key", "zh": "商户私钥" },
      "help": {
        "en": "The whole text of apiclient_key.pem, which you got with that certificate.",
        "zh": "申请商户证书时得到的 apiclient_key.pem 的全部内容。"
      }
    },
    {
      "key": "apiv3_key",
      "type": "secret",
      "required": true,
      "label": { "en": "APIv3 key", "zh": "APIv3 密钥" },
      "help": {
        "en": "32 characters that you chose under Account Center > API security > APIv3 key.",
        "zh": "您在「账户中心 > API 安全 > APIv3 密钥」设置的 32 个字符。"
      }
    },
    {
      "key": "platform_serial",
      "type": "text",
      "required": true,
      "maxLength": 100,
      "label": { "en": "ID of WeChat Pay's public key", "zh": "微信支付公钥 ID" },
      "help": {
        "en": "Account Center > API security > WeChat Pay public key; begins with PUB_KEY_ID_. With a platform certificate: its serial number.",
        "zh": "「账户中心 > API 安全 > 微信支付公钥」，以 PUB_KEY_ID_ 开头。使用平台证书时填其序列号。"
      }
    },
    {
      "key": "platform_key",
      "type": "long",
      "required": true,
      "maxLength": 10000,
      "label": { "en": "WeChat Pay's public key", "zh": "微信支付公钥" },
      "help": {
        "en": "The whole text of pub_key.pem, downloaded there; or of the platform certificate.",
        "zh": "在同一处下载的 pub_key.pem 的全部内容；或平台证书的全部内容。"
      }
    },
    {
      "key": "api",
      "type": "url",
      "default": "https://api.mch.weixin.qq.com",
      "label": { "en": "Address of the API", "zh": "接口地址" },
      "help": { "en": "Leave it as it is; the spare one is https://api2.mch.weixin.qq.com.", "zh": "一般不用改；备用地址为 https://api2.mch.weixin.qq.com。" }
    }
  ],
  "hosts": ["{api}"]
}
*/

const skewS = 300

export async function start(payment, lessor) {
  const { appid, mchid } = lessor.config
  if (payment.currency !== 'CNY') throw new Error(`WeChat Pay takes CNY here, not ${payment.currency}.`)
  if (!/^https:\/\/[^?#]+$/.test(payment.noticeUrl))
    throw new Error(
      'WeChat Pay sends notices to https addresses alone: set the public address of this server.',
    )
  const { status, said } = await ask(lessor, 'POST', '/v3/pay/transactions/native', {
    appid,
    mchid,
    description: descriptionOf(payment.title),
    out_trade_no: payment.reference,
    time_expire: beijing(Date.parse(payment.expiresAt)),
    notify_url: payment.noticeUrl,
    amount: { total: fenOf(payment.amount), currency: 'CNY' },
  })
  if (status !== 200) throw new Error(`WeChat Pay refused the payment: ${why(said)}`)
  if (typeof said.code_url !== 'string' || said.code_url === '')
    throw new Error('WeChat Pay gave no QR code.')
  return { qrCode: said.code_url }
}

export async function notice({ headers, body }, lessor) {
  const wrong = await signatureProblem(headers, body, lessor)
  if (wrong) return refused(wrong)
  const { event_type, resource } = objectIn(jsonIn(body))
  if (event_type !== 'TRANSACTION.SUCCESS') return refused('It is not about a payment.')
  const opened = await openedOf(objectIn(resource), lessor)
  if (!opened) return refused('It can not be decrypted: is the APIv3 key right?')
  const { mchid, appid } = lessor.config
  const reference = String(opened.out_trade_no ?? '')
  if (opened.mchid !== mchid) return refused('It is for another merchant (mchid).', reference)
  if (opened.appid !== appid) return refused('It is for another app (appid).', reference)
  const facts = factsIn(opened)
  if (!facts) return refused('It lacks number, amount in CNY or state.', reference)
  return { isGenuine: true, facts, reply: { status: 200, body: JSON.stringify({ code: 'SUCCESS' }) } }
}

/** With a reference: it was signed rightly. */
const refused = (reason, reference) => ({
  isGenuine: false,
  reason,
  ...(reference !== undefined && { mismatch: true, reference }),
  reply: { status: 400, body: JSON.stringify({ code: 'FAIL', message: reason }) },
})

/** What is wrong with what WeChat Pay signed: a notice, or its answer. */
async function signatureProblem(headers, body, lessor) {
  const { platform_serial, platform_key } = lessor.config
  const part = (name) => headers[`wechatpay-${name}`] ?? ''
  if (!/^\d{1,12}$/.test(part('timestamp')) || !part('nonce') || !part('signature')) return 'It is not signed.'
  const now = (await lessor.now()) / 1000
  if (Math.abs(now - Number(part('timestamp'))) > skewS) return 'It was not signed within the last 5 minutes.'
  if (part('serial') !== platform_serial) return `It is signed by another key of WeChat Pay: ${part('serial').slice(0, 64)}`
  const text = `${part('timestamp')}\n${part('nonce')}\n${body}\n`
  const isRight = await lessor.verify('rsa-sha256', platform_key, text, part('signature'))
  return isRight ? undefined : 'Its signature is wrong.'
} // prettier-ignore

async function openedOf({ algorithm, ciphertext, nonce, associated_data = '' }, lessor) {
  if (algorithm !== 'AEAD_AES_256_GCM') return undefined
  try {
    const options = { nonce, additional: associated_data }
    const text = await lessor.decrypt('aes-256-gcm', lessor.config.apiv3_key, ciphertext, options)
    return objectIn(jsonIn(text))
  } catch {
    return undefined
  }
}

const states = new Map([
  ['SUCCESS', 'paid'],
  ['NOTPAY', 'pending'],
  ['USERPAYING', 'pending'],
  ['ACCEPT', 'pending'],
  ['CLOSED', 'failed'],
  ['REVOKED', 'failed'],
  ['PAYERROR', 'failed'],
])

function factsIn({ trade_state, out_trade_no: reference, transaction_id: transaction = '', amount }) {
  const status = states.get(trade_state)
  const { total, currency } = objectIn(amount)
  if (!status || !reference || !Number.isSafeInteger(total) || total < 0 || currency !== 'CNY')
    return undefined
  if (status === 'paid' && !transaction) return undefined
  return { status, reference, amount: yuanOf(total), currency, transaction }
}

export async function query({ reference }, lessor) {
  const { mchid, appid } = lessor.config
  const path = `/v3/pay/transactions/out-trade-no/${reference}?mchid=${encodeURIComponent(mchid)}`
  const { status, said } = await ask(lessor, 'GET', path)
  if (status === 404) return { status: 'unknown' }
  if (status !== 200) throw new Error(`WeChat Pay refused the query: ${why(said)}`)
  if (said.out_trade_no !== reference || said.mchid !== mchid || said.appid !== appid)
    throw new Error('WeChat Pay answered about another payment.')
  // Refunded: whether by us is not for this answer to say.
  if (said.trade_state === 'REFUND') return { status: 'unknown' }
  const facts = factsIn(said)
  // It may leave the amount out as long as nothing was paid.
  if (!facts && states.get(said.trade_state) !== 'paid') return { status: 'unknown' }
  if (!facts) throw new Error('WeChat Pay answered without amount or state.')
  return facts
}

export async function refund(wanted, lessor) {
  const { reference, refundReference, amount, total, reason } = wanted
  let answer
  try {
    answer = await ask(lessor, 'POST', '/v3/refund/domestic/refunds', {
      out_trade_no: reference,
      out_refund_no: refundReference,
      reason: cut(reason, 80),
      amount: { refund: fenOf(amount), total: fenOf(total), currency: 'CNY' },
    })
  } catch (error) {
    return { status: 'sent', reason: error.message }
  }
  const { status, said } = answer
  // The same number is refunded once, so it may be sent again.
  if (status === 429 || status >= 500) return { retryAfterS: 60 }
  if (status !== 200) return { status: 'failed', reason: why(said) }
  return refundIn(said, wanted)
}

export async function queryRefund(wanted, lessor) {
  const { status, said } = await ask(lessor, 'GET', `/v3/refund/domestic/refunds/${wanted.refundReference}`)
  if (status === 404 && said.code === 'RESOURCE_NOT_EXISTS') return { status: 'failed', reason: why(said) }
  if (status !== 200) return { status: 'sent', reason: why(said) }
  return refundIn(said, wanted)
}

function refundIn({ out_refund_no, refund_id, status, amount }, { refundReference, amount: wanted }) {
  if (out_refund_no !== refundReference || objectIn(amount).refund !== fenOf(wanted))
    return { status: 'sent', reason: 'WeChat Pay answered about another refund.' }
  if (status === 'SUCCESS') return { status: 'success', refund: refund_id }
  if (status === 'CLOSED')
    return { status: 'failed', refund: refund_id, reason: 'WeChat Pay closed the refund.' }
  if (status !== 'ABNORMAL') return { status: 'sent', refund: refund_id }
  const todo =
    'The account of the customer can not take the refund: handle it at pay.weixin.qq.com under Trading Center > Refunds. ' +
    '退款异常：请在 pay.weixin.qq.com「交易中心 > 退款管理」处理。'
  return { status: 'sent', refund: refund_id, reason: todo }
}

export async function check(_, lessor) {
  const { mchid } = lessor.config
  // Keys and merchant are right when WeChat Pay says that it knows no such payment.
  const path = `/v3/pay/transactions/out-trade-no/${await lessor.random(16)}?mchid=${encodeURIComponent(mchid)}`
  const { status, said } = await ask(lessor, 'GET', path)
  if (status !== 404) throw new Error(why(said))
}

/** Calls the API; what it answers is what WeChat Pay signed. */
async function ask(lessor, method, path, content) {
  const { api, mchid, serial, private_key } = lessor.config
  const body = content ? JSON.stringify(content) : ''
  const nonce = await lessor.random(16)
  const seconds = Math.floor((await lessor.now()) / 1000)
  const text = [method, path, seconds, nonce, body, ''].join('\n')
  const signature = await lessor.sign('rsa-sha256', private_key, text)
  const parts = { mchid, serial_no: serial, timestamp: seconds, nonce_str: nonce, signature }
  const written = Object.entries(parts).map(([name, value]) => `${name}="${value}"`)
  const answer = await lessor.fetch(api.replace(/\/+$/, '') + path, {
    method,
    headers: {
      accept: 'application/json',
      ...(content && { 'content-type': 'application/json' }),
      authorization: `WECHATPAY2-SHA256-RSA2048 ${written.join(',')}`,
      'wechatpay-serial': lessor.config.platform_serial,
    },
    ...(content && { body }),
  })
  const said = objectIn(jsonIn(answer.body))
  const wrong = await signatureProblem(answer.headers, answer.body, lessor)
  if (wrong) throw new Error(`WeChat Pay answered ${answer.status}. ${wrong} ${said.message ?? ''}`.trim())
  return { status: answer.status, said }
}

const why = ({ code, message }) => `${message} (${code})`.slice(0, 200)

function jsonIn(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
const objectIn = (value) => (typeof value === 'object' && value !== null ? value : {})

const fenOf = (amount) => Number(amount.replace('.', ''))
const yuanOf = (fen) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** As WeChat Pay writes times: `2026-11-30T16:30:00+08:00`. */
const beijing = (ms) => `${new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`

/** At most so many bytes, between characters. */
function cut(text, most) {
  let part = ''
  for (const character of text) {
    if (encodeURIComponent(part + character).replace(/%../g, '.').length > most) break
    part += character
  }
  return part
}
const descriptionOf = (title) => cut(title.trim(), 127) || 'Order'
