import { DAY_MS } from '@lessor/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, customer, issueCodes, ownerCookie, signedIn } from './calls.ts'
import { start, testApp, type TestApp } from './harness.ts'

let app: TestApp
let beside: TestApp
let cookie: string

beforeAll(async () => {
  app = await testApp()
  beside = await testApp({ beside: app })
  cookie = await ownerCookie(app)
})
afterAll(async () => {
  await beside.stop()
  await app.stop()
})

const instance = (i: number) => (i % 2 === 0 ? app : beside)
const times = <T>(count: number, work: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, i) => work(i)))
const tally = (codes: readonly (string | number)[]) =>
  Object.fromEntries([...Map.groupBy(codes, String)].map(([code, all]) => [code, all.length]))

test('a code redeemed by 200 clients at once, of two instances, works for exactly one', async () => {
  const tokens = await times(200, async (i) => (await signedIn(instance(i), `racer${i}`)).token as string)
  const [code] = await issueCodes(app, cookie, { days: 7 })
  const answers = await times(200, (i) =>
    call(instance(i), 'POST /api/recharge', { token: String(tokens[i]), body: { card_code: code } }),
  )
  expect(tally(answers.map((answer) => answer.code))).toEqual({ 0: 1, code_used: 199 })
  expect(tally(answers.map((answer) => answer.status))).toEqual({ 200: 1, 409: 199 })
  const { rows } = await app.services.db.query<{ entries: number; days: number }>(
    'select count(*) as entries, sum(change_days) as days from leases_entry',
    [],
  )
  expect(rows).toEqual([{ entries: 1, days: 7 }])
})

test('100 grants to one account at once add up exactly', async () => {
  const { user } = await signedIn(app, 'granted')
  const answers = await times(100, (i) =>
    call(instance(i), `POST /api/admin/accounts/${user.id}/grant`, {
      cookie,
      body: { change_days: i + 1, reason: `${i}` },
    }),
  )
  expect(tally(answers.map((answer) => answer.code))).toEqual({ 0: 100 })
  const { data } = await call(app, `GET /api/admin/accounts/${user.id}`, { cookie })
  expect(data.vip_expires_at).toBe(new Date(start.getTime() + 5050 * DAY_MS).toISOString())
})

test('the same Idempotency-Key at once gets the same answer and adds days once', async () => {
  const { user } = await signedIn(app, 'repeated')
  const post = (body: object) =>
    call(app, `POST /api/admin/accounts/${user.id}/grant`, {
      cookie,
      headers: { 'idempotency-key': 'the-same-key' },
      body,
    })
  const answers = await times(20, () => post({ change_days: 10 }))
  expect(tally(answers.map((answer) => answer.code))).toEqual({ 0: 20 })
  expect(new Set(answers.map((answer) => JSON.stringify(answer.data))).size).toBe(1)
  const { data } = await call(app, `GET /api/admin/accounts/${user.id}`, { cookie })
  expect(data.vip_expires_at).toBe(new Date(start.getTime() + 10 * DAY_MS).toISOString())
  expect(await post({ change_days: 11 })).toMatchObject({ status: 409, code: 'idempotency_key_reused' })
})

test('of 20 logins at once, on two instances, exactly one session lives', async () => {
  await signedIn(app, 'devices')
  const answers = await times(20, (i) =>
    call(instance(i), 'POST /api/auth/login', {
      body: { ...customer, username: 'devices', hardware_code: `HW-${i}` },
    }),
  )
  expect(tally(answers.map((answer) => answer.code))).toEqual({ 0: 20 })
  const alive = await times(20, (i) =>
    call(instance(i + 1), 'POST /api/heartbeat', { body: { session_token: answers[i]?.data.session_token } }),
  )
  expect(tally(alive.map((answer) => answer.code))).toEqual({ 0: 1, session_replaced: 19 })
})

test('once a login is answered, no instance accepts the old session', async () => {
  for (let round = 0; round < 20; round++) {
    const old = await signedIn(instance(round), 'replaced', `HW-${round}`)
    // Both instances know the session well before it is replaced.
    for (const one of [app, beside])
      await call(one, 'POST /api/heartbeat', { body: { session_token: old.session_token } })
    await signedIn(instance(round + 1), 'replaced', `HW-${round} b`)
    const refused = await Promise.all(
      [app, beside].flatMap((one) => [
        call(one, 'POST /api/heartbeat', { body: { session_token: old.session_token } }),
        call(one, 'GET /api/users/me', { token: old.token }),
      ]),
    )
    expect(refused.map((answer) => answer.code)).toEqual(Array(4).fill('session_replaced'))
  }
})
