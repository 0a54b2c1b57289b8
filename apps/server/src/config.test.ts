import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const strong = randomBytes(36).toString('base64')
const newKey = () => randomBytes(32).toString('base64')
const outside = { DATABASE_URL: 'postgres://localhost/x', JWT_SECRET: strong }

function problemsOf(env: Readonly<Record<string, string>>) {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}
const keysOf = (env: Readonly<Record<string, string>>) => problemsOf(env).map(({ key }) => key)

const weak = [
  ['JWT_SECRET', 'secret', 'jwt.secret'],
  ['JWT_SECRET', 'your-secret-key-change-in-production-please', 'jwt.secret'],
  ['LESSOR_SECRETS_KEYS', '1:AAAA', 'secrets.keys'],
  ['LESSOR_SECRETS_KEYS', '1:', 'secrets.keys'],
  ['LESSOR_SECRETS_KEYS', `1:${'A'.repeat(43)}=`, 'secrets.keys'],
  ['LESSOR_SECRETS_KEYS', 'not a key', 'secrets.keys'],
  ['LESSOR_SECRETS_KEYS', `0:${newKey()}`, 'secrets.keys'],
  ['LESSOR_SECRETS_KEYS', `256:${newKey()}`, 'secrets.keys'],
  ['LESSOR_SECRETS_KEYS', `1:${newKey()},1:${newKey()}`, 'secrets.keys'],
  ['LESSOR_METRICS_TOKEN', 'metrics', 'metrics.token'],
  ['LESSOR_METRICS_TOKEN', 'a token of three spaces', 'metrics.token'],
  ['LESSOR_SERVER_PUBLIC_URL', 'ftp://x', 'server.public_url'],
  ['LESSOR_SERVER_CORS_ORIGINS', '*', 'server.cors_origins'],
  ['LESSOR_SERVER_CORS_ORIGINS', 'https://a.example,https://b.example/', 'server.cors_origins'],
  ['LESSOR_SERVER_CORS_ORIGINS', 'a.example', 'server.cors_origins'],
  ['LESSOR_MAIL_SMTP_URL', 'http://mail.example.com', 'mail.smtp_url'],
  ['LESSOR_MAIL_SMTP_URL', 'smtp://', 'mail.smtp_url'],
  ['LESSOR_MAIL_FROM', 'nope', 'mail.from'],
  ['LESSOR_SERVER_TRUSTED_PROXIES', '0.0.0.0/0', 'server.trusted_proxies'],
  ['LESSOR_SERVER_TRUSTED_PROXIES', '127.0.0.1,::/0', 'server.trusted_proxies'],
  ['LESSOR_SERVER_TRUSTED_PROXIES', '::ffff:0:0/96', 'server.trusted_proxies'],
  ['LESSOR_SERVER_TRUSTED_PROXIES', '0.0.0.0/1,128.0.0.0/1', 'server.trusted_proxies'],
  ['LESSOR_SERVER_TRUSTED_PROXIES', '128.0.0.0/1,64.0.0.0/2,10.0.0.0/8,0.0.0.0/2,9.9.9.9/1', 'server.trusted_proxies'], // prettier-ignore
  ['LESSOR_SERVER_TRUSTED_PROXIES', '0.0.0.0/1,::ffff:128.0.0.0/97', 'server.trusted_proxies'],
  ['LESSOR_SERVER_TRUSTED_PROXIES', '8000::/1,127.0.0.1,::/1', 'server.trusted_proxies'],
  ['LESSOR_SERVER_TRUSTED_PROXIES', 'nginx', 'server.trusted_proxies'],
  ['LESSOR_SERVER_TRUSTED_PROXIES', '10.0.0.0/33', 'server.trusted_proxies'],
  ['LESSOR_SERVER_TRUSTED_PROXIES', '10.1', 'server.trusted_proxies'],
  ['LESSOR_SERVER_TRUSTED_PROXIES', '10.0.0.0/', 'server.trusted_proxies'],
] as const

describe('weak and malformed secrets are refused', () => {
  test.each(weak)('%s=%s', (name, value, key) => {
    expect(keysOf({ [name]: value })).toEqual([key])
    expect(keysOf({ ...outside, [name]: value })).toEqual([key])
  })

  test('with a way out for a secret that is in use', () => {
    const [problem] = problemsOf({ JWT_SECRET: 'secret' })
    for (const text of Object.values(problem?.text ?? {})) expect(text).toContain('jwt.previous_secret')
    expect(keysOf({ LESSOR_JWT_PREVIOUS_SECRET: 'secret' })).toEqual([])
    expect(keysOf({ LESSOR_SECRETS_KEYS: `2:${newKey()},1:AAAA` })).toEqual([])
  })

  test('good ones are taken', () => {
    const env = {
      JWT_SECRET: strong,
      LESSOR_SECRETS_KEYS: `2:${newKey()},1:${newKey()}`,
      LESSOR_METRICS_TOKEN: strong,
      LESSOR_SERVER_PUBLIC_URL: 'https://vip.example',
      LESSOR_SERVER_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8, fd00::/8',
    }
    expect(keysOf(env)).toEqual([])
  })

  test.each([
    '0.0.0.0/1,64.0.0.0/2,64.0.0.0/2',
    '127.0.0.1,127.0.0.1,::1',
    '0.0.0.0/1,8000::/1',
    '::ffff:10.0.0.0/104',
  ])('trusted proxies that leave addresses out are taken: %s', (proxies) =>
    expect(keysOf({ LESSOR_SERVER_TRUSTED_PROXIES: proxies })).toEqual([]),
  )

  test('trusted proxies that together are every address are named', () => {
    const [problem] = problemsOf({ LESSOR_SERVER_TRUSTED_PROXIES: '0.0.0.0/1,10.1.2.3,128.0.0.0/1' })
    expect(problem?.text.en).toMatch(/^0\.0\.0\.0\/1, .*128\.0\.0\.0\/1 are together every IPv4 address/)
    expect(problem?.text.zh).toContain('合起来包含所有 IPv4 地址')
  })
})

test.each(['mysql://x', 'lessor', 'localhost:5432/lessor', 'https://example.org/x'])(
  'a database that is no PostgreSQL is refused: %s',
  (url) => expect(keysOf({ DATABASE_URL: url, JWT_SECRET: strong })).toEqual(['db.url']),
)

test.each([
  'postgres://u:p@localhost/x',
  'postgresql://localhost/x',
  'postgres:///x?host=/tmp/a',
  '/run/pg x',
])('one that is, is taken: %s', (url) =>
  expect(keysOf({ DATABASE_URL: url, JWT_SECRET: strong })).toEqual([]),
)

describe('what is wrong with the configuration', () => {
  const wrong = {
    SERVER_PORT: 'abc',
    HEARTBEAT_INTERVAL: '0',
    LOG_LEVEL: 'loud',
    LESSOR_SERVER_TIME_ZONE: 'Peking',
    LESSOR_SERVER_NOTIFY_EMAIL: 'nobody',
    LESSOR_SESSION_COOKIE_SECURE: 'perhaps',
    LESSOR_SESSION_COOKIE_NAME: 'a b',
    LESSOR_RATE_LIMIT_LOGIN_PER_SEC: '-1',
    LESSOR_BRAND_NAME_ZH: 'x'.repeat(51),
    LESSOR_BRAND_NAM: 'x',
    JWT_SECRET: 'secret',
  }

  test('is listed at once, with the key and what is allowed, in Chinese and English', () => {
    const problems = problemsOf(wrong)
    expect(problems.map(({ key }) => key).toSorted()).toEqual([
      'LESSOR_BRAND_NAM',
      'brand.name_zh',
      'jwt.secret',
      'log.level',
      'rate_limit.login_per_sec',
      'server.http_port',
      'server.notify_email',
      'server.time_zone',
      'session.cookie_name',
      'session.cookie_secure',
      'verification.heartbeat_interval_secs',
    ])
    for (const { text } of problems) {
      expect(text.zh).toMatch(/\p{sc=Han}/u)
      expect(text.en).not.toMatch(/\p{sc=Han}|expected|received|Invalid|Too (big|small)|NaN/u)
    }
    expect(problems.find(({ key }) => key === 'session.cookie_secure')?.text).toEqual({
      zh: '须为 true 或 false',
      en: 'must be true or false',
    })
    expect(problems.find(({ key }) => key === 'server.http_port')?.text).toEqual({
      zh: '须为 0 到 65535 之间的整数',
      en: 'must be a whole number from 0 to 65535',
    })
  })
})
