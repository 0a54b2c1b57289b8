import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { housekeeping } from '../../src/platform/housekeeping.ts'
import { guessLimits } from '../../src/platform/limits.ts'
import { staffPassword } from '../../src/modules/people/staff/testing.ts'
import { call, type Answer } from '../calls.ts'
import { testApp, type TestApp } from '../harness.ts'
import {
  freshV4,
  freshV6,
  from,
  limited as env,
  peopleOf,
  wrongPassword as password,
  type Loose,
} from './callers.ts'

// Class 23: every way in to a secret has the same limit, from one address, from all of an IPv6 line's, with ports, over
// two processes and a restart.
let app: TestApp
let beside: TestApp
beforeAll(async () => {
  app = await testApp({ env })
  beside = await testApp({ env, beside: app })
})
afterAll(async () => {
  await beside.stop()
  await app.stop()
})

const { newCustomer, newStaff, withTotp } = peopleOf(() => app)
let names = 0

type At = { readonly url: string }
type Headers = Readonly<Record<string, string>>
/** One wrong try; `who` is one customer or one staff member who is signed in. */
type Try = (at: At, headers: Headers, i: number, who: Loose) => Promise<{ readonly status: number }>

const post =
  (path: string, bodyOf: (i: number) => object): Try =>
  (at, headers, i) =>
    call(at, `POST ${path}`, { headers, body: bodyOf(i) })
const device = { hardware_code: 'HW-1', software_version: '1' }
const link =
  (pathOf: (token: string) => string): Try =>
  (at, headers, i) =>
    fetch(at.url + pathOf(`wrong-${i}-${headers['x-forwarded-for']}`), { headers })

const { staffSignIn, customerSignIn, ownPassword, code, mailedCode, statusLink } = guessLimits
const ways: [way: string, allowed: number, attempt: Try, who?: () => Promise<Loose>][] = [
  ['POST /api/admin/login', staffSignIn.byAddress, post('/api/admin/login', (i) => ({ username: `n${i}`, password }))],
  ['POST /api/auth/login', customerSignIn.byAddress, post('/api/auth/login', (i) => ({ username: `n${i}`, password, ...device }))],
  ['POST /api/portal/login', customerSignIn.byAddress, post('/api/portal/login', (i) => ({ username: `n${i}`, password }))],
  ['POST /api/auth/email/verify', mailedCode.byAddress, post('/api/auth/email/verify', (i) => ({ login: `n${i}`, code: '12345678' }))],
  ['POST /api/auth/password/reset', mailedCode.byAddress, post('/api/auth/password/reset', (i) => ({ login: `n${i}`, code: '12345678', password }))],
  ['POST /api/auth/email/undo', mailedCode.byAddress, post('/api/auth/email/undo', (i) => ({ token: `wrong-${i}`, password }))],
  ['GET /api/status/:token', statusLink.byAddress, link((token) => `/api/status/${token}`)],
  ['GET /api/status?t=', statusLink.byAddress, link((token) => `/api/status?t=${token}`)],
  ['GET /status/:token', statusLink.byAddress, link((token) => `/status/${token}`)],
  ['POST /api/recharge', code.byName, (at, headers, i, { token = '' }) =>
    call(at, 'POST /api/recharge', { token, headers, body: { card_code: `GUESS-${i}` } }), newCustomer],
  ['PATCH /api/users/me', ownPassword.byPair, (at, headers, _, { token = '' }) =>
    call(at, 'PATCH /api/users/me', { token, headers, body: { password: 'another password', old_password: password } }), newCustomer],
  ['POST /api/admin/me/password', ownPassword.byPair, (at, headers, _, { cookie = '' }) =>
    call(at, 'POST /api/admin/me/password', { cookie, headers, body: { old_password: password, new_password: 'another password' } }), newStaff],
  ['DELETE /api/admin/me/totp', ownPassword.byPair, (at, headers, _, { cookie = '' }) =>
    call(at, 'DELETE /api/admin/me/totp', { cookie, headers, body: { password, code: '123456' } }), newStaff],
] // prettier-ignore

/** Tries three times too many, and answers how many of them reached the secret. */
async function reached(
  allowed: number,
  attempt: (i: number) => Promise<{ status: number }>,
): Promise<number> {
  const statuses = []
  for (let i = 0; i < allowed + 3; i++) statuses.push((await attempt(i)).status)
  expect(statuses.slice(-3)).toEqual([429, 429, 429])
  return statuses.filter((status) => status !== 429).length
}

describe.each(ways)('%s lets %i wrong tries reach the secret', (_way, allowed, attempt, whoOf = async () => ({})) => {
  test('from one address, whatever ports a proxy writes behind it', async () => {
    const who = await whoOf()
    const address = freshV4()
    expect(await reached(allowed, (i) => attempt(app, from(`${address}:${40_000 + i}`), i, who))).toBe(allowed)
  }, 30_000)

  test('from all addresses of one IPv6 line', async () => {
    const who = await whoOf()
    const line = freshV6()
    expect(await reached(allowed, (i) => attempt(app, from(`[${line}:${i}::${i}]:443`), i, who))).toBe(allowed)
  }, 30_000)

  test('over two processes', async () => {
    const who = await whoOf()
    const headers = from(freshV4())
    expect(await reached(allowed, (i) => attempt(i % 2 ? app : beside, headers, i, who))).toBe(allowed)
  }, 30_000)
}) // prettier-ignore

test('a restart forgets no failure', async () => {
  const headers = from(freshV4())
  const guess = (at: At, i: number) =>
    call(at, 'POST /api/admin/login', { headers, body: { username: `r${i}`, password } })
  for (let i = 0; i < 10; i++) expect((await guess(app, i)).status).toBe(401)
  const restarted = await testApp({ env, beside: app })
  const after = await guess(restarted, 10)
  await restarted.stop()
  expect(after.status).toBe(429)
})

test('of thirty guesses at once, ten reach the password', async () => {
  const headers = from(freshV4())
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      call(app, 'POST /api/admin/login', { headers, body: { username: `at-once-${i}`, password } }),
    ),
  )
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(20)
})

test('the same of one name, whose tries are slowed down', async () => {
  const headers = from(freshV4())
  const guess = () => call(app, 'POST /api/admin/login', { headers, body: { username: 'slowed', password } })
  expect((await guess()).status).toBe(401)
  const answers = await Promise.all(Array.from({ length: 30 }, guess))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(9)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(21)
})

test('a second factor is counted by who it belongs to, over all addresses', async () => {
  const { username, secret } = await withTotp()
  const wrong = new TOTP({ secret }).generate({ timestamp: 0 })
  const statuses = []
  for (let i = 0; i < 12; i++) {
    // One address fails once; the name's delays are another test's.
    const answer = call(app, 'POST /api/admin/login', {
      headers: from(freshV4()),
      body: { username, password: staffPassword, totp: wrong },
    })
    statuses.push((await answer).status)
  }
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
}, 60_000)

describe('refused proofs are counted by address', () => {
  const refusedBy: [string, (headers: Headers) => Promise<Answer>][] = [
    ['a customer’s cookie', (headers) => call(app, 'GET /api/users/me', { headers, cookie: 'lessor_customer=x' })],
    ['an access token', (headers) => call(app, 'GET /api/users/me', { headers, token: 'x.y.z' })],
    ['a staff cookie', (headers) => call(app, 'GET /api/admin/me', { headers, cookie: 'lessor_staff=x' })],
    ['a session token', (headers) => call(app, 'POST /api/heartbeat', { headers, body: { session_token: 'x' } })],
  ] // prettier-ignore
  test.each(refusedBy)('%s: 300 a minute are refused as wrong, then 429', async (_, ask) => {
    const line = freshV6()
    const answers = await Promise.all(Array.from({ length: 310 }, (_, i) => ask(from(`${line}::${i}`))))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(300)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10)
  })
})

test('a wait is stated in words, in both languages, and as Retry-After', async () => {
  const address = freshV4()
  const ask = (language: string) =>
    call(app, 'POST /api/admin/login', {
      headers: { ...from(address), 'accept-language': language },
      body: { username: `w${++names}`, password },
    })
  for (let i = 0; i < 10; i++) await ask('zh')
  const answer = await ask('zh')
  expect(answer.message).toBe('尝试次数过多，请在约 10 分钟后再试。')
  expect(answer.headers.get('retry-after')).toBe('600')
  expect((await ask('en')).message).toBe('Too many attempts. Try again in about 10 minutes.')
})

test('right passwords write no counter, and failures that no longer count are deleted', async () => {
  const rows = async () => (await app.services.db.query('select * from platform_guess', [])).rows
  const before = (await rows()).length
  const address = freshV4()
  const { username } = await newStaff()
  await call(app, 'POST /api/admin/login', {
    headers: from(address),
    body: { username, password: staffPassword },
  })
  expect(await rows()).toHaveLength(before)
  await call(app, 'POST /api/admin/login', { headers: from(address), body: { username, password } })
  const kept = await rows()
  expect(kept).toHaveLength(before + 1)
  // What people type as a name may be a password.
  expect(JSON.stringify(kept)).not.toContain(username)
  app.clock.advance(601_000)
  for (const { run } of housekeeping) {
    await run(app.command({ kind: 'system', name: 'test' }), new AbortController().signal)
  }
  expect(await rows()).toEqual([])
})
