import type { Text } from '@lessor/kit'
import { isSender } from './config-keys.ts'
import { problem, type ConfigProblem } from './config-problems.ts'
import { proxyProblems } from './config-proxies.ts'

interface Settings {
  readonly server: {
    readonly public_url: string
    readonly trusted_proxies: readonly string[]
    readonly cors_origins: readonly string[]
  }
  readonly mail: { readonly smtp_url: string; readonly from: string }
  readonly db: { readonly url: string; readonly min_connections: number; readonly max_connections: number }
  readonly jwt: { readonly secret: string }
  readonly secrets: { readonly keys: string }
  readonly metrics: { readonly token: string }
}

/** Rules that span several keys, or that a schema can't express. */
export function* problemsOf(settings: Settings): Generator<ConfigProblem> {
  const { db, server, metrics } = settings
  yield* jwtProblems(settings)
  yield* keyProblems(settings)
  if (db.min_connections > db.max_connections)
    yield problem('db.min_connections', {
      zh: '大于 db.max_connections',
      en: 'is more than db.max_connections',
    })
  if (db.url !== '' && !/^(postgres(ql)?:\/\/|socket:|\/)/.test(db.url))
    yield problem('db.url', {
      zh: '须为 PostgreSQL 地址，如 postgres://用户:密码@localhost:5432/lessor',
      en: 'must be the address of a PostgreSQL, such as postgres://user:password@localhost:5432/lessor',
    })
  if (server.public_url !== '' && !/^https?:\/\/[^/]/.test(server.public_url))
    yield problem('server.public_url', { zh: '须为 http(s) 网址', en: 'must be an http(s) address' })
  yield* originProblems(server.cors_origins)
  yield* mailProblems(settings.mail)
  // What `Authorization: Bearer` can carry, and long enough not to be guessed.
  if (metrics.token !== '' && !/^[\w.~+/=-]{16,4096}$/.test(metrics.token))
    yield problem('metrics.token', {
      zh: '须为至少 16 个字母、数字或 -._~+/= 字符（可用 `openssl rand -hex 24` 生成）',
      en: 'must be at least 16 letters, digits or -._~+/= (`openssl rand -hex 24` makes one)',
    })
  yield* proxyProblems(server.trusted_proxies)
}

/** An origin is compared as the browser sends it: anything else would never match, and nothing would say so. */
function* originProblems(origins: readonly string[]): Generator<ConfigProblem> {
  const isOrigin = (text: string) => text === '' || (URL.canParse(text) && new URL(text).origin === text)
  const wrong = origins.filter((text) => !isOrigin(text))
  if (wrong.length > 0)
    yield problem('server.cors_origins', {
      zh: `包含 ${wrong.join('、')}；须为来源，如 https://shop.example.com，末尾不带 / 或路径`,
      en: `holds ${wrong.join(', ')}; an origin is like https://shop.example.com, without a slash or path at its end`,
    })
}

function* mailProblems({ smtp_url: url, from }: Settings['mail']): Generator<ConfigProblem> {
  if (url !== '' && !/^smtps?:\/\/[^/?#\s]/i.test(url))
    yield problem('mail.smtp_url', {
      zh: '须为 smtp:// 或 smtps:// 地址，如 smtps://用户:密码@mail.example.com:465',
      en: 'must be an smtp:// or smtps:// address, such as smtps://user:password@mail.example.com:465',
    })
  if (!isSender(from))
    yield problem('mail.from', {
      zh: '须为邮箱地址，前面可加名称，如 Shop <shop@example.com>',
      en: 'must be an address, alone or behind a name, such as Shop <shop@example.com>',
    })
}

function* jwtProblems({ db, jwt }: Settings): Generator<ConfigProblem> {
  const key = 'jwt.secret'
  if (jwt.secret === '') {
    // Outside of the embedded default nothing is made up: several processes and restarts must share it.
    if (db.url !== '')
      yield problem(key, {
        zh: '使用 db.url 时必填（设置 JWT_SECRET，可用 `openssl rand -base64 48` 生成）',
        en: 'is required with db.url (set JWT_SECRET; `openssl rand -base64 48` makes one)',
      })
    return
  }
  const weakness = weaknessOf(jwt.secret)
  if (!weakness) return
  const { zh, en } = db.url === '' ? withoutSecret : withOwnSecret
  yield problem(key, {
    zh: `${weakness.zh}，可被猜出。${zh}`,
    en: `${weakness.en} and can be guessed. ${en}`,
  })
}

const withOwnSecret = {
  zh: '请用 `openssl rand -base64 48` 生成新的。',
  en: 'Make a new one with `openssl rand -base64 48`.',
}
const withoutSecret = {
  zh: '请删除 JWT_SECRET（内置数据库自带密钥）；若不想让客户重新登录，将旧值移到 jwt.previous_secret（LESSOR_JWT_PREVIOUS_SECRET）。',
  en: 'Remove JWT_SECRET (the embedded database has a key of its own); so that nobody has to sign in again, move the old value to jwt.previous_secret (LESSOR_JWT_PREVIOUS_SECRET).',
}

function weaknessOf(secret: string): Text | undefined {
  if (secret.length < 32) return { zh: '少于 32 个字符', en: 'is shorter than 32 characters' }
  if (isKnown(secret)) return { zh: '是众所周知的示例', en: 'is a well-known example' }
  return undefined
}

// Secrets that stand in examples of this and similar programs, and what people type instead of one.
const known = /change.?me|secret.?key|your.?(jwt|secret)|example|default|password|development|please/i
const isKnown = (text: string) => known.test(text) || new Set(text).size < 8

/** The newest key must be a good one. Older ones only open what they sealed: they stay until they are retired. */
function* keyProblems({ secrets }: Settings): Generator<ConfigProblem> {
  if (secrets.keys === '') return
  const key = 'secrets.keys'
  const parts = secrets.keys.split(',').map((part) => /^(\d+):([\w+/=-]*)$/.exec(part))
  if (parts.some((part) => part === null))
    return yield problem(key, {
      zh: '须为 2:BASE64,1:BASE64 形式的列表，最新的在前',
      en: 'must be a list like 2:BASE64,1:BASE64, newest first',
    })
  const ids = parts.map((part) => Number(part?.[1]))
  if (ids.some((id) => id < 1 || id > 255))
    yield problem(key, { zh: '编号须为 1 到 255', en: 'has a number that is not 1 to 255' })
  if (new Set(ids).size < ids.length)
    yield problem(key, { zh: '同一编号出现了两次', en: 'has the same number twice' })
  const newest = Buffer.from(parts[0]?.[2] ?? '', 'base64')
  if (newest.length !== 32 || new Set(newest).size < 8)
    yield problem(key, {
      zh: '第一个（最新的）密钥须为 32 个随机字节。用 `lessor setup --print-keys` 生成，换一个新编号放在最前面；旧密钥保留在后面，再用 `lessor secrets retire` 停用',
      en: 'must begin with a key of 32 random bytes. Make one with `lessor setup --print-keys` and put it in front under a new number; keep the old one behind it, then run `lessor secrets retire`',
    })
}
