/* lessor-plugin
{
  "id": "notifier-webhook",
  "kind": "notifier",
  "version": "1.0.0",
  "name": { "en": "Webhook", "zh": "Webhook" },
  "description": {
    "en": "Posts each notice to an address, signed as Standard Webhooks has it. With a template also for Telegram, WeCom or ServerChan.",
    "zh": "把每条通知发送到一个地址，按 Standard Webhooks 签名；配合模板也可用于 Telegram、企业微信、Server 酱。"
  },
  "config": [
    {
      "key": "url",
      "type": "secret",
      "required": true,
      "label": { "en": "Address", "zh": "地址" },
      "help": { "en": "Kept secret, since it often holds a token.", "zh": "地址中常含令牌，因此按密钥保存。" }
    },
    {
      "key": "secret",
      "type": "secret",
      "label": { "en": "Signing key", "zh": "签名密钥" },
      "help": {
        "en": "Base64, as `openssl rand -base64 32` makes it. The receiver gets the headers webhook-id, webhook-timestamp and webhook-signature.",
        "zh": "Base64，可用 `openssl rand -base64 32` 生成。接收方会收到 webhook-id、webhook-timestamp、webhook-signature 三个请求头。"
      }
    },
    {
      "key": "template",
      "type": "long",
      "maxLength": 10000,
      "label": { "en": "Template", "zh": "模板" },
      "help": {
        "en": "The body, with {{title}}, {{text}}, {{link}}, {{severity}}, {{event}}, {{at}} and {{id}} in it. Without one the whole notice is sent as JSON.",
        "zh": "请求正文，可用 {{title}}、{{text}}、{{link}}、{{severity}}、{{event}}、{{at}}、{{id}}。留空则以 JSON 发送整条通知。"
      }
    },
    {
      "key": "content_type",
      "type": "choice",
      "default": "json",
      "label": { "en": "Form of the body", "zh": "正文格式" },
      "choices": [
        { "value": "json", "label": { "en": "JSON", "zh": "JSON" } },
        { "value": "form", "label": { "en": "Form", "zh": "表单" } },
        { "value": "text", "label": { "en": "Text", "zh": "纯文本" } }
      ]
    },
    {
      "key": "answer_contains",
      "type": "text",
      "maxLength": 200,
      "label": { "en": "A good answer contains", "zh": "成功的应答包含" },
      "help": {
        "en": "For services that answer 200 also when they failed: \"errcode\":0 for WeCom, \"ok\":true for Telegram. Spaces do not matter.",
        "zh": "有些服务失败时也返回 200：企业微信填 \"errcode\":0，Telegram 填 \"ok\":true。空格不影响。"
      }
    }
  ],
  "hosts": ["{url}"]
}
*/

const types = { json: 'application/json', form: 'application/x-www-form-urlencoded', text: 'text/plain' }

/** How a value stands within a body of each form. */
const escaped = {
  json: (value) => JSON.stringify(value).slice(1, -1),
  form: encodeURIComponent,
  text: (value) => value,
}

export async function send(notice, lessor) {
  const { url, secret, template, content_type: form = 'json', answer_contains: sign } = lessor.config
  const body = template ? filled(template, notice, escaped[form]) : JSON.stringify(notice)
  const headers = {
    'content-type': `${types[template ? form : 'json']}; charset=utf-8`,
    ...(secret && (await signature(notice.id, body, lessor))),
  }
  const answer = await lessor.fetch(url, { method: 'POST', headers, body })
  if (answer.status === 429) return { retryAfterS: Number(answer.headers['retry-after']) || 60 }
  if (answer.status >= 300) throw new Error(`It answered ${answer.status}: ${answer.body.slice(0, 200)}`)
  if (sign && !bare(answer.body).includes(bare(sign)))
    throw new Error(`Its answer does not contain ${sign}: ${answer.body.slice(0, 200)}`)
}

const filled = (template, notice, escape) =>
  template.replace(/\{\{(\w+)\}\}/g, (_, name) => escape(String(notice[name] ?? '')))

const bare = (text) => text.replace(/\s/g, '')

/** By standardwebhooks.com: the key is base64, and signed are id, seconds and body. */
async function signature(id, body, lessor) {
  const seconds = String(Math.floor((await lessor.now()) / 1000))
  const key = { base64: lessor.config.secret }
  const signed = await lessor.hmac('sha256', key, `${id}.${seconds}.${body}`, 'base64')
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signed}` }
}
