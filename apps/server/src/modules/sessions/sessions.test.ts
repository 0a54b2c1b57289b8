import { createClient, systemClock } from '@lessor/client'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { call, customer, ownerCookie, signedIn, type Loose } from '../../../test/calls.ts'
import { testApp, testAppForThis, type TestApp } from '../../../test/harness.ts'
import { endSilent } from './sweep-sessions.ts'
import { session } from './table.ts'

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

test('the client that is put out hears it at once, by socket, on another instance too', async () => {
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

test('a change of the lease is told to the socket and known at the next heartbeat, on every instance', async () => {
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

test('a silent session ends after its interval and the tolerance, not before', async () => {
  const quick = await signedIn(app, 'quick')
  const body = { ...customer, username: 'slow', status_interval: 60 }
  await call(app, 'POST /api/auth/register', { body: { username: 'slow', password: customer.password } })
  const slow = (await call(app, 'POST /api/auth/login', { body })).data
  expect(slow.heartbeat_interval).toBe(3_600)
  const sweep = () =>
    endSilent(app.command({ kind: 'system', name: 'test' }), new Date(app.clock.now().getTime() - 120_000))
  app.clock.advance(719_000)
  await sweep()
  expect((await heartbeat(quick.session_token)).code).toBe(0)
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  app.clock.advance(721_000)
  await sweep()
  expect(await heartbeat(quick.session_token)).toMatchObject({ status: 401, code: 'session_expired' })
  expect((await heartbeat(slow.session_token)).code).toBe(0)
})

test('a product for three devices keeps three, and the fourth puts the oldest out', async () => {
  const wide = await testAppForThis()
  const owner = await ownerCookie(wide)
  const { data } = await call(wide, 'GET /api/admin/products', { cookie: owner })
  await call(wide, `PATCH /api/admin/products/${data.items[0].id}`, { cookie: owner, body: { devices: 3 } })
  const logins: Loose[] = []
  for (const device of [1, 2, 3, 4]) {
    wide.clock.advance(1_000)
    logins.push(await signedIn(wide, 'many', `HW-${device}`))
  }
  const codes = []
  for (const login of logins) {
    codes.push(
      (await call(wide, 'POST /api/heartbeat', { body: { session_token: login.session_token } })).code,
    )
  }
  expect(codes).toEqual(['session_replaced', 0, 0, 0])
})

test('signing out, a disabled account, an operator and a new password each end the session with their own code', async () => {
  const answers: Record<string, unknown> = {}
  const after = async (name: string, work: (login: Loose) => Promise<unknown>) => {
    const login = await signedIn(app, name)
    await work(login)
    answers[name] = (await heartbeat(login.session_token)).code
  }
  await after('leaving', ({ token }) => call(app, 'POST /api/auth/logout', { token }))
  await after('disabled', ({ user }) =>
    call(app, `PATCH /api/admin/accounts/${user.id}`, { cookie, body: { disabled: true } }),
  )
  await after('kicked', async ({ user }) => {
    const { data } = await call(app, `GET /api/admin/online-users?account_id=${user.id}`, { cookie })
    return call(app, `DELETE /api/admin/online-users/${data.items[0].session_id}`, { cookie })
  })
  await after('reset', ({ user }) =>
    call(app, `PATCH /api/admin/accounts/${user.id}`, { cookie, body: { password: 'another password' } }),
  )
  expect(answers).toEqual({
    leaving: 'session_expired',
    disabled: 'account_disabled',
    kicked: 'session_ended',
    reset: 'session_expired',
  })
  const again = await call(app, 'POST /api/auth/login', { body: { ...customer, username: 'disabled' } })
  expect(again).toMatchObject({ status: 403, code: 'account_disabled' })
})

test('every try to sign in is logged with time, device, version, address and result', async () => {
  await signedIn(app, 'tried')
  await call(app, 'POST /api/auth/login', {
    body: { ...customer, username: 'tried', password: 'wrong', hardware_code: 'HW-X' },
  })
  const { data } = await call(app, 'GET /api/admin/logs/logins?username=tried', { cookie })
  expect(data.items).toMatchObject([
    { username: 'tried', result: 'invalid_credentials', hardware_code: 'HW-X', ip: '127.0.0.1' },
    {
      username: 'tried',
      result: 'ok',
      hardware_code: 'HW-1',
      software_version: '1.0.0',
      at: app.clock.now().toISOString(),
    },
  ])
  const accounts = await call(app, 'GET /api/admin/accounts?query=tried', { cookie })
  expect(accounts.data.items[0]).toMatchObject({ last_login_hardware: 'HW-1', last_login_version: '1.0.0' })
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

test('the database itself allows one living session per account and slot', async () => {
  const { user } = await signedIn(app, 'slotted')
  const row = (await app.ground.db.orm.select().from(session)).find(({ accountId }) => accountId === user.id)
  const copy = { ...row, id: user.id, tokenHash: Buffer.from('another') } as typeof session.$inferInsert
  await expect(app.ground.db.orm.insert(session).values(copy)).rejects.toMatchObject({
    cause: { constraint: 'sessions_session_slot' },
  })
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
