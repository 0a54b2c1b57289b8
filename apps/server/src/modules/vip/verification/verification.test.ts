import { createClient, systemClock } from '@lessor/client'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { call, customer, ownerCookie, signedIn, type Loose } from '../../../../test/calls.ts'
import { testApp, testAppForThis, type TestApp } from '../../../../test/harness.ts'

let app: TestApp
let cookie: string
beforeAll(async () => {
  app = await testApp()
  cookie = await ownerCookie(app)
})
afterAll(() => app.stop())

const heartbeat = (session_token: string, more: object = {}) =>
  call(app, 'POST /api/heartbeat', { body: { session_token, ...more } })

/** A socket's messages, and the code that it was closed with. */
async function listen(on: TestApp, open: { token?: string; message?: unknown }) {
  const headers = open.token ? { authorization: `Bearer ${open.token}` } : {}
  const socket = new WebSocket(`${on.url.replace('http', 'ws')}/api/ws`, { headers })
  const heard: Loose[] = []
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString())))
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await new Promise((resolve) => socket.on('open', resolve))
  if (open.message !== undefined) socket.send(JSON.stringify(open.message))
  return { socket, heard, closed }
}
const becomes = (read: () => unknown, wanted: unknown) =>
  vi.waitFor(() => expect(read()).toEqual(wanted), 5_000)

test('a client that is signed out hears it at once, by socket, on another instance too', async () => {
  const beside = await testAppForThis({ beside: app })
  const first = await signedIn(app, 'socket')
  const byHeader = await listen(app, { token: first.token })
  const byMessage = await listen(beside, { message: { type: 'auth', token: first.token } })
  await becomes(() => [byHeader.heard, byMessage.heard], [[{ type: 'ready' }], [{ type: 'ready' }]])
  await signedIn(beside, 'socket', 'HW-2')
  for (const one of [byHeader, byMessage]) {
    await becomes(() => one.heard.at(-1), { type: 'session.ended', reason: 'replaced' })
    expect(await one.closed).toBe(4001)
  }
})

test('a change of the lease reaches the socket and the next heartbeat, on every instance', async () => {
  const beside = await testAppForThis({ beside: app })
  const login = await signedIn(app, 'changed')
  const there = await listen(beside, { token: login.token })
  await call(beside, 'POST /api/heartbeat', { body: { session_token: login.session_token } })
  await becomes(() => there.heard, [{ type: 'ready' }])
  const body = { change_days: 5, level: 4 }
  const grant = await call(app, `POST /api/admin/accounts/${login.user.id}/grant`, { cookie, body })
  const { vip_level, vip_expires_at } = grant.data
  await becomes(() => there.heard.at(-1), { type: 'lease.changed', vip_level, vip_expires_at })
  const beat = await call(beside, 'POST /api/heartbeat', { body: { session_token: login.session_token } })
  expect(beat.data).toMatchObject({ vip_level: 4, vip_expires_at })
  there.socket.close()
})

test.each([
  ['a made-up token', { token: 'x.y.z' }],
  ['a made-up first message', { message: { type: 'auth', token: 'x.y.z' } }],
  ['another first message', { message: { type: 'hello' } }],
  ['no JSON', { message: undefined, raw: '{' }],
])('a socket with %s is closed', async (_, open: { token?: string; message?: unknown; raw?: string }) => {
  const { socket, closed, heard } = await listen(app, open)
  if (open.raw !== undefined) socket.send(open.raw)
  expect(await closed).toBe(4401)
  expect(heard).toEqual([])
})

test('heartbeats are written once a second, and keep what the client said last', async () => {
  const { session_token, user } = await signedIn(app, 'beating')
  app.clock.advance(100_000)
  await heartbeat(session_token, { status: { page: 1 } })
  await heartbeat(session_token, { status: { page: 2 } })
  await heartbeat(session_token)
  const online = () => call(app, `GET /api/admin/online-users?account_id=${user.id}`, { cookie })
  await vi.waitFor(async () => {
    const { data } = await online()
    expect(data.items).toMatchObject([
      { last_activity_at: app.clock.now().toISOString(), status: { page: 2 } },
    ])
  }, 5_000)
})

test('an access token is renewed by a heartbeat before it runs out, and a spent one is refused', async () => {
  const login = await signedIn(app, 'staying')
  expect((await heartbeat(login.session_token)).data.token).toBeUndefined()
  app.clock.advance(13 * 3_600_000)
  const { token } = (await heartbeat(login.session_token)).data
  app.clock.advance(12 * 3_600_000)
  expect(await call(app, 'GET /api/users/me', { token: login.token })).toMatchObject({
    status: 401,
    code: 'session_expired',
  })
  expect((await call(app, 'GET /api/users/me', { token })).code).toBe(0)
})

test('the signed answer proves itself to the real client, and only to the device that asked', async () => {
  const clock = { ...systemClock, now: () => app.clock.now().getTime() }
  const client = (hardwareCode: string) =>
    createClient({ baseUrl: app.url, hardwareCode, softwareVersion: '2.0.0', clock })
  const lessor = client('HW-9')
  await lessor.register({ username: 'verified', password: customer.password })
  const session = await lessor.login('verified', customer.password)
  expect(session.level).toBe(0)
  await session.logout()
  const nonce = 'a-nonce-of-the-device'
  const body = { ...customer, username: 'verified', hardware_code: 'HW-9', nonce }
  const { signed } = (await call(app, 'POST /api/auth/login', { body })).data
  expect(await lessor.verifyOffline(signed)).toMatchObject({ ok: true, level: 0 })
  expect(await client('HW-8').verifyOffline(signed)).toMatchObject({ ok: false, doubt: 'wrong_hardware' })
  app.clock.advance(1_300_000)
  expect(await lessor.verifyOffline(signed)).toMatchObject({ ok: false, doubt: 'expired' })
})

const claimsOf = (signed: string): Loose =>
  JSON.parse(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString())
const seconds = (time: string) => Math.floor(Date.parse(time) / 1000)

test('what is signed about a level holds no longer than the level, and not for longer than two intervals', async () => {
  const { user } = await signedIn(app, 'layered')
  const staff = await ownerCookie(app)
  const grant = (change_days: number, level: number) =>
    call(app, `POST /api/admin/accounts/${user.id}/grant`, {
      cookie: staff,
      body: { change_days, level },
    })
  await grant(30, 1)
  await grant(1, 10)
  const signIn = async (more: object): Promise<Loose> => {
    const { data } = await call(app, 'POST /api/auth/login', {
      body: { ...customer, username: 'layered', ...more },
    })
    return data
  }
  const { token, session_token, signed, vip_expires_at } = await signIn({ status_interval: 1_440 })
  const [top] = (await call(app, 'GET /api/users/me', { token })).data.timeline
  const claims = claimsOf(signed)
  expect(claims).toMatchObject({ lvl: 10, lexp: seconds(top.ends_at), vexp: seconds(vip_expires_at) })
  expect(claims.exp - claims.iat).toBe(1_200)
  // Ten minutes before the level ends: with a nonce and without, the proof ends with it.
  app.clock.advance(86_400_000 - 600_000)
  for (const nonce of [{}, { nonce: 'a-nonce-of-this-client' }, {}]) {
    const near = claimsOf((await heartbeat(session_token, nonce)).data.signed)
    expect(near).toMatchObject({ lvl: 10, exp: seconds(top.ends_at) })
  }
  app.clock.advance(600_000)
  const next = (await heartbeat(session_token)).data
  expect(next.vip_level).toBe(1)
  expect(claimsOf(next.signed)).toMatchObject({ lvl: 1, lexp: seconds(vip_expires_at) })
})

test("a client's own interval shortens a signed answer", async () => {
  await signedIn(app, 'hasty')
  const body = { ...customer, username: 'hasty', status_interval: 1 }
  const { signed } = (await call(app, 'POST /api/auth/login', { body })).data
  const { iat, exp } = claimsOf(signed)
  expect(exp - iat).toBe(120)
})
