import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../../src/config.ts'
import { call, customer, issueCodes, ownerCookie, signedIn } from '../calls.ts'
import { testApp, testAppForThis, type TestApp } from '../harness.ts'

// The classes of attack that apply so far, by number; races (5) are in races.test.ts, doors (6) in
// authorisation.test.ts, bodies (20) in bad-input.test.ts, CSV (19) in the codes module, mails (9) in notify.

let app: TestApp
let cookie: string

beforeAll(async () => {
  app = await testApp()
  cookie = await ownerCookie(app)
})
afterAll(() => app.stop())

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const timed = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

test('4: what is final stays so: a used or revoked code is never used again, not even past this program', async () => {
  const { token } = await signedIn(app, 'final')
  const [used, revoked] = await issueCodes(app, cookie, { count: 2 })
  await call(app, 'POST /api/recharge', { token, body: { card_code: used } })
  const { data } = await call(app, `GET /api/admin/codes?query=${revoked}`, { cookie })
  await call(app, `POST /api/admin/codes/${data.items[0].id}/revoke`, { cookie, body: {} })
  expect(await call(app, 'POST /api/recharge', { token, body: { card_code: used } })).toMatchObject({
    code: 'code_used',
  })
  expect(await call(app, 'POST /api/recharge', { token, body: { card_code: revoked } })).toMatchObject({
    code: 'code_revoked',
  })
  const { db } = app.services
  await expect(
    db.query('update codes_code set used_at = null, used_by = null where used_at is not null', []),
  ).rejects.toThrow('stays used')
  await expect(
    db.query(
      'update codes_code set used_at = now(), used_by = (select id from accounts_account limit 1) where revoked_at is not null',
      [],
    ),
  ).rejects.toThrow('codes_code_end')
  await expect(db.query('update leases_entry set change_days = 9', [])).rejects.toThrow('history')
})

test('7: no answer holds a password, a hash, a token of somebody else, or a secret', async () => {
  await signedIn(app, 'secretive')
  const paths = [
    'accounts',
    'staff',
    'me',
    'codes',
    'code-batches',
    'online-users',
    'logs/logins',
    'logs/registrations',
    'logs/recharges',
    'logs/audit',
    'mails',
  ]
  for (const path of paths) {
    const { status, data } = await call(app, `GET /api/admin/${path}`, { cookie })
    expect(status).toBe(200)
    expect(JSON.stringify(data)).not.toMatch(
      /password_?hash|totp_?secret|token_?hash|sealed|\$2[aby]\$|session_token|"hash"/i,
    )
  }
})

test('7: no log line holds a secret that was sent', async () => {
  const secrets = ['hunter2-is-my-password', 'CARD-CODE-SECRET']
  const { token, session_token } = await signedIn(app, 'logged')
  await call(app, 'POST /api/auth/login', { body: { ...customer, username: 'logged', password: secrets[0] } })
  await call(app, 'POST /api/recharge', { token, body: { card_code: secrets[1] } })
  await call(app, 'POST /api/heartbeat', { body: { session_token } })
  const lines = app.logged.join('\n')
  expect(app.logged.length).toBeGreaterThan(0)
  for (const secret of [...secrets, token, session_token, cookie.split('=')[1]])
    expect(lines).not.toContain(secret)
})

describe('8: tokens and names can be neither guessed nor found out', () => {
  test('an empty, short or wrong token opens nothing', async () => {
    for (const session_token of ['a', 'undefined', 'null', 'x'.repeat(43)]) {
      expect(await call(app, 'POST /api/heartbeat', { body: { session_token } })).toMatchObject({
        status: 401,
      })
    }
    for (const cookieText of ['lessor_staff=', 'lessor_staff=null', 'lessor_staff=undefined']) {
      expect((await call(app, 'GET /api/admin/me', { cookie: cookieText })).status).toBe(401)
    }
    // A token of another algorithm, as libraries once accepted.
    const none = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"x","sid":"x"}')}.`.replaceAll('=', '')
    expect((await call(app, 'GET /api/users/me', { token: none })).status).toBe(401)
  })

  test('login answers the same for a wrong password and for no such user, in the same time', async () => {
    await signedIn(app, 'known')
    const login = (username: string) =>
      call(app, 'POST /api/auth/login', { body: { ...customer, username, password: 'wrong password' } })
    const [known, unknown] = [await login('known'), await login('unknown')]
    const plain = ({ status, code, message }: typeof known) => ({ status, code, message })
    expect(plain(known)).toEqual(plain(unknown))
    expect(known.code).toBe('invalid_credentials')
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let i = 0; i < 30; i++) {
      times.known.push(await timed(() => login('known')))
      times.unknown.push(await timed(() => login('unknown')))
    }
    // Far apart only if one of them skips the hash (which is most of the time at any cost).
    expect(median(times.unknown) / median(times.known)).toBeGreaterThan(0.5)
    expect(median(times.unknown) / median(times.known)).toBeLessThan(2)
  })

  test('codes are limited by account on every path, and by IP across accounts', async () => {
    const limited = await testAppForThis({ env: { LESSOR_RATE_LIMIT_ENABLED: 'true' } })
    const { token } = await signedIn(limited, 'guesser')
    const answers = []
    for (let i = 0; i < 25; i++)
      answers.push(await call(limited, 'POST /api/recharge', { token, body: { card_code: `GUESS-${i}` } }))
    expect(answers.map(({ code }) => code)).toEqual([
      ...Array(20).fill('code_unknown'),
      ...Array(5).fill('rate_limited'),
    ])
    expect(answers.at(-1)).toMatchObject({ status: 429 })
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
    const others = []
    for (const name of ['second', 'third', 'fourth']) {
      const login = await signedIn(limited, name)
      for (let i = 0; i < 20; i++)
        others.push(
          await call(limited, 'POST /api/recharge', { token: login.token, body: { card_code: `MORE-${i}` } }),
        )
    }
    expect(others.filter(({ code }) => code === 'code_unknown')).toHaveLength(40)
    expect(others.at(-1)?.code).toBe('rate_limited')
  })

  test('staff sign-in is limited to 10 tries in 10 minutes, whatever X-Forwarded-For says', async () => {
    const limited = await testAppForThis({ env: { LESSOR_RATE_LIMIT_ENABLED: 'true' } })
    const statuses = []
    for (let i = 0; i < 12; i++) {
      const headers = { 'x-forwarded-for': `203.0.113.${i}` }
      statuses.push(
        (
          await call(limited, 'POST /api/admin/login', {
            headers,
            body: { username: `guess${i}`, password: 'wrong' },
          })
        ).status,
      )
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
  })

  test('pages and addresses that lead nowhere are limited together; the liveness check is unlimited', async () => {
    const limited = await testAppForThis({ env: { LESSOR_RATE_LIMIT_ENABLED: 'true' } })
    const paths = ['/', '/admin/assets/nothing.js', '/nowhere', '/api/nowhere']
    const statuses = new Map<number, number>()
    for (let round = 0; round < 31; round++) {
      const visits = Array.from({ length: 100 }, (_, i) => fetch(limited.url + paths[i % paths.length]))
      for (const visit of visits) {
        const { status, body } = await visit
        await body?.cancel()
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
    }
    expect(statuses.get(429)).toBe(100)
    expect(statuses.get(404)).toBeGreaterThan(0)
    const { headers } = await fetch(`${limited.url}/nowhere`)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await fetch(`${limited.url}/health`)).status).toBe(200)
  })
})

test('10, 12: every answer carries the headers that keep pages from running anything foreign', async () => {
  for (const path of [
    '/',
    '/api/docs',
    '/api/nothing',
    '/api/users/me',
    '/health',
    '/ready',
    '/metrics',
    '/api/openapi.json',
  ]) {
    const { headers } = await fetch(app.url + path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'self'(;|$)/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  }
  const { headers } = await call(app, 'GET /api/admin/me', { cookie })
  expect(headers.get('cache-control')).toBe('private, no-store')
  expect(await (await fetch(`${app.url}/api/docs`)).text()).not.toMatch(/<script>[^<]/)
})

test('10: the staff cookie is out of reach of scripts and of other sites', async () => {
  const { headers } = await call(app, 'POST /api/admin/login', {
    body: { username: 'owner', password: app.ownerPassword },
  })
  expect(headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
  const elsewhere = { origin: 'https://evil.example' }
  const body = { name: 'From elsewhere', required_vip_level: 0 }
  expect(await call(app, 'POST /api/admin/software', { cookie, headers: elsewhere, body })).toMatchObject({
    status: 403,
    code: 'cross_site',
  })
  const referer = { referer: 'https://evil.example/page' }
  expect(await call(app, 'POST /api/admin/software', { cookie, headers: referer, body })).toMatchObject({
    status: 403,
  })
  const own = { origin: app.url }
  expect(await call(app, 'POST /api/admin/software', { cookie, headers: own, body })).toMatchObject({
    status: 200,
  })
  const login = { username: 'owner', password: app.ownerPassword }
  expect(await call(app, 'POST /api/admin/login', { headers: elsewhere, body: login })).toMatchObject({
    status: 403,
  })
})

test('11: headers are text: neither SQL nor another address comes in by them', async () => {
  const evil = "'; drop table sessions_login; --"
  const headers = {
    'x-forwarded-for': '203.0.113.9',
    'user-agent': evil,
    'x-request-id': evil,
    'accept-language': evil,
  }
  const answer = await call(app, 'POST /api/auth/login', {
    headers,
    body: { ...customer, username: 'header-sql' },
  })
  expect(answer).toMatchObject({ status: 401, code: 'invalid_credentials' })
  expect(answer.requestId).not.toContain('drop')
  const { data } = await call(app, 'GET /api/admin/logs/logins?username=header-sql', { cookie })
  expect(data.items).toMatchObject([{ ip: '127.0.0.1', result: 'invalid_credentials' }])
})

test('11: the address of the client comes from a trusted proxy, and only what stands next to it', async () => {
  const behind = await testAppForThis({
    env: { LESSOR_SERVER_TRUSTED_PROXIES: '127.0.0.0/8,::1,10.0.0.0/8' },
  })
  const owner = await ownerCookie(behind)
  const headers = { 'x-forwarded-for': '1.1.1.1, 203.0.113.9, 10.1.2.3' }
  await call(behind, 'POST /api/auth/login', { headers, body: { ...customer, username: 'proxied' } })
  const { data } = await call(behind, 'GET /api/admin/logs/logins?username=proxied', { cookie: owner })
  expect(data.items).toMatchObject([{ ip: '203.0.113.9' }])
})

test('14: a changed email must be verified again', async () => {
  const { token, user } = await signedIn(app, 'mailer')
  await call(app, 'PATCH /api/users/me', { token, body: { email: 'one@example.com' } })
  await app.services.db.query('update accounts_account set email_verified_at = now() where id = $1', [
    user.id,
  ])
  expect((await call(app, 'GET /api/users/me', { token })).data.email_verified).toBe(true)
  const change = { email: 'two@example.com', old_password: customer.password }
  const changed = await call(app, 'PATCH /api/users/me', { token, body: change })
  const counts = { email: 'one@example.com', email_verified: true, pending_email: 'two@example.com' }
  expect(changed.data).toMatchObject(counts)
})

test('17: ten times the heartbeats at once are absorbed or answered with a wait, and health keeps answering', async () => {
  const env = { LESSOR_SERVER_MAX_CONCURRENCY: '4', LESSOR_SERVER_MAX_WAITING: '40' }
  const small = await testAppForThis({ env })
  const { session_token } = await signedIn(small, 'storm')
  const beat = () => call(small, 'POST /api/heartbeat', { body: { session_token } })
  const storm = Array.from({ length: 440 }, beat)
  expect((await fetch(`${small.url}/health`)).status).toBe(200)
  const answers = Map.groupBy(await Promise.all(storm), ({ status }) => status)
  expect([...answers.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([])
  for (const { code, headers } of answers.get(503) ?? []) {
    expect(code).toBe('unavailable')
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  }
  expect((await beat()).status).toBe(200)
})

describe('18: no default secret', () => {
  const strong = 'kJ8#mP2$vL9@qR5!wX7&zN4^bT6*cF3(hG1)'
  const outside = (env: Record<string, string>) => () =>
    readConfig({ DATABASE_URL: 'postgres://localhost/x', ...env })

  test.each([
    [''],
    ['short'],
    ['change-me-change-me-change-me-change-me'],
    ['your-secret-key-your-secret-key-12345'],
    ['a'.repeat(40)],
  ])('outside of the embedded default, JWT_SECRET=%j is refused', (secret) => {
    expect(outside({ JWT_SECRET: secret })).toThrow(ConfigError)
    expect(outside({ JWT_SECRET: secret })).toThrow('jwt.secret')
  })

  test('a strong secret is taken, and every problem is listed at once', () => {
    expect(outside({ JWT_SECRET: strong })().embedded).toBe(false)
    expect(outside({ SERVER_PORT: '99999', HEARTBEAT_INTERVAL: 'often', LESSOR_NO_SUCH: '1' })).toThrow(
      /http_port[\s\S]*heartbeat_interval_secs|heartbeat_interval_secs[\s\S]*http_port/,
    )
    expect(outside({ SERVER_PORT: '99999', LESSOR_NO_SUCH: '1' })).toThrow('LESSOR_NO_SUCH')
  })

  test('outside of the embedded default, an owner is not made without a given password', async () => {
    await expect(
      testApp({
        env: { LESSOR_BOOTSTRAP_ADMIN_PASSWORD: '', DATABASE_URL: 'postgres://x', JWT_SECRET: strong },
      }),
    ).rejects.toThrow('admin_password')
  })
})
