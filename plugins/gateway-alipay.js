/* lessor-plugin
{
  "id": "gateway-alipay",
  "kind": "gateway",
  "version": "1.0.0",
  "name": { "en": "Alipay", "zh": "支付宝" },
  "description": {
    "en": "A QR code by Alipay itself (face to face payment, RSA2 with public keys). Needs a contract as a business.",
    "zh": "直接对接支付宝「当面付」扫码支付（RSA2 公钥模式）。需企业或个体户签约。"
  },
  "config": [
    {
      "key": "app_id",
      "type": "text",
      "required": true,
      "maxLength": 32,
      "label": { "en": "App ID", "zh": "应用 ID（APPID）" },
      "help": {
        "en": "At open.alipay.com under Console > your web or mobile app; 16 digits. The app needs the product Face to Face Payment and must be online.",
        "zh": "open.alipay.com「控制台 > 网页/移动应用」中，16 位数字。应用须已绑定「当面付」产品并已上线。"
      }
    },
    {
      "key": "seller_id",
      "type": "text",
      "required": true,
      "maxLength": 32,
      "label": { "en": "Seller ID (PID)", "zh": "商户 PID" },
      "help": {
        "en": "16 digits that begin with 2088: at b.alipay.com under Account Center, or on top of the app's page. Payments to another one are refused.",
        "zh": "以 2088 开头的 16 位数字：b.alipay.com「账号中心」，或应用页面上方。收款方不是它的通知会被拒绝。"
      }
    },
    {
      "key": "private_key",
      "type": "secret",
      "required": true,
      "label": { "en": "Private key of the app", "zh": "应用私钥" },
      "help": {
        "en": "Made by Alipay's key tool, which keeps it on your computer; RSA2 (2048 bits), PKCS8 or PKCS1. Upload the public key of the pair to Alipay.",
        "zh": "由支付宝「密钥工具」生成并保存在您的电脑上，RSA2（2048 位），PKCS8 或 PKCS1 均可。配对的应用公钥上传到支付宝。"
      }
    },
    {
      "key": "alipay_public_key",
      "type": "long",
      "required": true,
      "maxLength": 3000,
      "label": { "en": "Public key of Alipay", "zh": "支付宝公钥" },
      "help": {
        "en": "Alipay shows it once you have uploaded yours: app > Development settings > Interface signing > View. It is not the public key of your app.",
        "zh": "上传应用公钥后由支付宝显示：应用「开发设置 > 接口加签方式 > 查看」。注意不是您自己的应用公钥。"
      }
    },
    {
      "key": "gateway",
      "type": "url",
      "default": "https://openapi.alipay.com/gateway.do",
      "label": { "en": "Gateway", "zh": "网关地址" },
      "help": {
        "en": "Leave it as it is; for the sandbox https://openapi-sandbox.dl.alipaydev.com/gateway.do.",
        "zh": "一般不用改；沙箱环境为 https://openapi-sandbox.dl.alipaydev.com/gateway.do。"
      }
    }
  ],
  "hosts": ["{gateway}"]
}
*/

export async function start(payment, lessor) {
  if (payment.currency !== 'CNY') throw new Error(`Alipay takes CNY here, not ${payment.currency}.`)
  const minutes = Math.floor((Date.parse(payment.expiresAt) - (await lessor.now())) / 60_000)
  const said = await ask(
    'alipay.trade.precreate',
    {
      out_trade_no: payment.reference,
      total_amount: payment.amount,
      subject: subjectOf(payment.title),
      // From 1 minute to 15 days.
      timeout_express: `${Math.min(Math.max(minutes, 1), 21_600)}m`,
    },
    lessor,
    payment.noticeUrl,
  )
  if (!isDone(said)) throw new Error(`Alipay refused the payment: ${why(said)}`)
  if (typeof said.qr_code !== 'string' || said.qr_code === '') throw new Error('Alipay gave no QR code.')
  return { qrCode: said.qr_code }
}

export async function notice({ method, body }, lessor) {
  const fields = method === 'POST' ? fieldsOf(body) : undefined
  if (!fields) return refused('It is no form in which each field comes once.')
  const { sign, sign_type, ...signed } = fields
  // Whoever sends it may name a weaker one.
  if (sign_type !== 'RSA2') return refused('It is not signed by RSA2.')
  // The signed text has no escaping.
  if (Object.values(fields).some((value) => /&\w+=/.test(value)))
    return refused('A value holds other fields.')
  const text = sortedText(signed)
  if (!sign || !(await lessor.verify('rsa-sha256', lessor.config.alipay_public_key, text, sign)))
    return refused('Its signature is wrong.')
  const { app_id, seller_id } = lessor.config
  if (fields.app_id !== app_id) return refused('It is for another app (app_id).', fields.out_trade_no ?? '')
  if (fields.seller_id !== seller_id)
    return refused('It is for another seller (seller_id).', fields.out_trade_no ?? '')
  const facts = factsIn(fields)
  if (!facts) return refused('It lacks number, amount or state.', fields.out_trade_no ?? '')
  return { isGenuine: true, facts, reply: { status: 200, body: 'success' } }
}

/** With a reference: it was signed rightly. */
const refused = (reason, reference) => ({
  isGenuine: false,
  reason,
  ...(reference !== undefined && { mismatch: true, reference }),
  reply: { status: 400, body: 'fail' },
})

const states = new Map([
  ['WAIT_BUYER_PAY', 'pending'],
  ['TRADE_SUCCESS', 'paid'],
  ['TRADE_FINISHED', 'paid'],
  ['TRADE_CLOSED', 'failed'],
])

function factsIn({ trade_status, out_trade_no: reference, total_amount, trade_no: transaction }) {
  const status = states.get(trade_status)
  const amount = amountOf(total_amount)
  if (!status || !reference || !transaction || amount === undefined) return undefined
  return { status, reference, amount, currency: 'CNY', transaction }
}

export async function query({ reference }, lessor) {
  const said = await ask('alipay.trade.query', { out_trade_no: reference }, lessor)
  // Alipay knows a payment once its code was scanned.
  if (!isDone(said)) return { status: 'unknown' }
  if (said.out_trade_no !== reference) throw new Error('Alipay answered about another payment.')
  const facts = factsIn(said)
  if (!facts) throw new Error('Alipay answered without amount or state.')
  return facts
}

export async function refund(wanted, lessor) {
  const { reference, refundReference, amount, reason } = wanted
  let said
  try {
    said = await ask(
      'alipay.trade.refund',
      {
        out_trade_no: reference,
        out_request_no: refundReference,
        refund_amount: amount,
        refund_reason: reason.slice(0, 80),
      },
      lessor,
    )
  } catch (error) {
    return { status: 'sent', reason: error.message }
  }
  // The same number is refunded once, so it may be sent again.
  if (isBusy(said)) return { retryAfterS: 60 }
  if (!isDone(said)) return { status: 'failed', reason: why(said) }
  return { status: said.fund_change === 'Y' ? 'success' : 'sent' }
}

export async function queryRefund({ reference, refundReference, amount }, lessor) {
  const asked = { out_trade_no: reference, out_request_no: refundReference }
  const said = await ask('alipay.trade.fastpay.refund.query', asked, lessor)
  const isThis = said.out_trade_no === reference && said.out_request_no === refundReference
  const isAll = amountOf(said.refund_amount) === amount
  if (isDone(said) && isThis && isAll && said.refund_status === 'REFUND_SUCCESS') return { status: 'success' }
  return { status: 'sent', ...(!isDone(said) && { reason: why(said) }) }
}

export async function check(_, lessor) {
  // Keys and app are right when Alipay says that it knows no such payment.
  const said = await ask('alipay.trade.query', { out_trade_no: await lessor.random(16) }, lessor)
  if (!isDone(said) && said.sub_code !== 'ACQ.TRADE_NOT_EXIST') throw new Error(why(said))
}

const isDone = ({ code }) => code === '10000'
const isBusy = ({ code, sub_code }) => code === '20000' || sub_code === 'ACQ.SYSTEM_ERROR'
const why = ({ code, msg, sub_code, sub_msg }) => `${sub_msg ?? msg} (${sub_code ?? code})`.slice(0, 200)

/** Calls a method; what it answers is what Alipay signed. */
async function ask(method, content, lessor, noticeUrl) {
  const { app_id, private_key, alipay_public_key, gateway } = lessor.config
  const fields = {
    app_id,
    method,
    format: 'JSON',
    charset: 'utf-8',
    sign_type: 'RSA2',
    timestamp: beijing(await lessor.now()),
    version: '1.0',
    ...(noticeUrl && { notify_url: noticeUrl }),
    biz_content: JSON.stringify(content),
  }
  const sign = await lessor.sign('rsa-sha256', private_key, sortedText(fields))
  const answer = await lessor.fetch(`${gateway}?charset=utf-8`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
    body: encoded({ ...fields, sign }),
  })
  if (answer.status !== 200) throw new Error(`Alipay answered ${answer.status}.`)
  const name = `${method.replaceAll('.', '_')}_response`
  const said = jsonIn(answer.body)
  const failed = said?.error_response
  if (failed) throw new Error(`Alipay refused the call: ${why(failed)}`)
  const text = objectUnder(name, answer.body)
  if (!text || typeof said?.sign !== 'string') throw new Error(`Alipay gave no signed answer: ${why(said?.[name] ?? {})}`)
  if (!(await lessor.verify('rsa-sha256', alipay_public_key, text, said.sign)))
    throw new Error('The signature of the answer is wrong: is the public key that of Alipay, not of your app?')
  return JSON.parse(text)
} // prettier-ignore

function jsonIn(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The object under a name as it stands in the text, for that is what is signed. */
function objectUnder(name, text) {
  const start = text.indexOf(`"${name}":{`)
  if (start < 0) return undefined
  const from = start + name.length + 3
  let depth = 0
  for (let i = from, isText = false; i < text.length; i += 1) {
    const sign = text[i]
    if (isText && sign === '\\') i += 1
    else if (sign === '"') isText = !isText
    else if (!isText && sign === '{') depth += 1
    else if (!isText && sign === '}' && --depth === 0) return text.slice(from, i + 1)
  }
  return undefined
}

const sortedText = (fields) =>
  Object.keys(fields)
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&')

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

/** As Alipay writes times: `2026-11-30 16:30:00`. */
const beijing = (ms) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/** At most 256 characters, without those that Alipay refuses. */
const subjectOf = (title) => [...title.replace(/[/=&<>"'\\]+/g, ' ')].slice(0, 256).join('').trim() || 'Order'

/** 12, 12.3 or 12.30 as 12.30; undefined for what is no amount. */
function amountOf(given) {
  const [, yuan, fen = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(String(given)) ?? []
  return yuan === undefined ? undefined : `${Number(yuan)}.${fen.padEnd(2, '0')}`
}
