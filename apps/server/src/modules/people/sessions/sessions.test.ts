import { newId } from '@lessor/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atPortal, call, customer, ownerCookie, signedIn, type Loose } from '../../../../test/calls.ts'
import { testApp, testAppForThis, type TestApp } from '../../../../test/harness.ts'
import { endSilent } from './sweep-sessions.ts'
import { session } from './table.ts'

let app: TestApp
let cookie: string
beforeAll(async () => {
  app = await testApp()
  cookie = await ownerCookie(app)
})
afterAll(() => app.stop())

const heartbeat = (session_token: string) => call(app, 'POST /api/heartbeat', { body: { session_token } })
const me = (options: Parameters<typeof call>[2]) => call(app, 'GET /api/users/me', options)

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

test('a product for three devices keeps three, and the fourth signs out the oldest', async () => {
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
  // The oldest that is left signs in again: it takes its own place, and the others stay.
  const again = await signedIn(wide, 'many', 'HW-2')
  const beats = [...logins.slice(1), again].map(({ session_token }) =>
    call(wide, 'POST /api/heartbeat', { body: { session_token } }),
  )
  expect((await Promise.all(beats)).map(({ code }) => code)).toEqual(['session_replaced', 0, 0, 0])
})

test('a browser at the portal signs out no device, and no device signs it out', async () => {
  const { token } = await signedIn(app, 'at-both')
  const { cookie } = await atPortal(app, 'at-both')
  expect((await me({ token })).code).toBe(0)
  const other = await signedIn(app, 'at-both', 'HW-2')
  expect((await me({ cookie })).data.username).toBe('at-both')
  expect((await me({ cookie })).data.last_login_hardware).toBe('HW-2')
  const { data } = await call(app, 'GET /api/users/me/sessions', { cookie })
  expect(data.items).toMatchObject([
    { kind: 'device', hardware_code: 'HW-2', is_current: false },
    { kind: 'browser', hardware_code: '', is_current: true },
  ])
  const [device] = data.items as { session_id: string }[]
  await call(app, `DELETE /api/users/me/sessions/${device?.session_id}`, { cookie })
  expect(await me({ token: other.token })).toMatchObject({ status: 401 })
})

test('signing in again ends the session of the cookie that was shown, and no other', async () => {
  const first = await atPortal(app, 'again-here')
  const elsewhere = await atPortal(app, 'again-here')
  const device = await signedIn(app, 'again-here')
  const body = { username: 'again-here', password: customer.password }
  const again = await call(app, 'POST /api/portal/login', { cookie: first.cookie, body })
  expect(again.code).toBe(0)
  expect((await me({ cookie: first.cookie })).status).toBe(401)
  expect((await me({ cookie: elsewhere.cookie })).code).toBe(0)
  // A device's token as a cookie ends nothing.
  await call(app, 'POST /api/portal/login', { cookie: `lessor_customer=${device.session_token}`, body })
  expect((await me({ token: device.token })).code).toBe(0)
})

test('a browser signs in with a verified address too, a device and an unverified address do not', async () => {
  const { user } = await signedIn(app, 'by-address')
  const at = (email: string) =>
    call(app, 'POST /api/portal/login', { body: { username: email, password: customer.password } })
  const verify = (is: string) =>
    app.services.db.query(
      `update accounts_account set email = 'Me@example.org', email_key = 'me@example.org', email_verified_at = ${is}
       where id = $1`,
      [user.id],
    )
  await verify('null')
  expect(await at('me@example.org')).toMatchObject({ code: 'invalid_credentials' })
  await verify('now()')
  expect((await at('ME@example.org')).data.user.username).toBe('by-address')
  const body = { ...customer, username: 'me@example.org' }
  expect(await call(app, 'POST /api/auth/login', { body })).toMatchObject({ code: 'invalid_credentials' })
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

test('staff sign out all of an account at once, devices and browsers, on every instance', async () => {
  const beside = await testAppForThis({ beside: app })
  const { token, user } = await signedIn(app, 'all-out')
  const { cookie: browser } = await atPortal(app, 'all-out')
  const other = await signedIn(app, 'stays-in')
  for (const there of [{ token }, { cookie: browser }]) {
    expect((await call(beside, 'GET /api/users/me', there)).status).toBe(200)
  }
  const at = `DELETE /api/admin/accounts/${user.id}/sessions`
  expect((await call(app, at, { cookie })).data).toEqual({ ended: 2 })
  for (const there of [{ token }, { cookie: browser }]) {
    expect((await call(beside, 'GET /api/users/me', there)).status).toBe(401)
    expect((await me(there)).status).toBe(401)
  }
  expect((await me({ token: other.token })).status).toBe(200)
  expect((await call(app, at, { cookie })).data).toEqual({ ended: 0 })
  const log = `GET /api/admin/logs/audit?action=sessions.all_ended&subject_id=${user.id}`
  expect((await call(app, log, { cookie })).data.items).toMatchObject([
    { actor: { name: 'owner' }, after: { ended: 2 } },
  ])
  const nobody = `DELETE /api/admin/accounts/${newId()}/sessions`
  expect(await call(app, nobody, { cookie })).toMatchObject({ status: 404, code: 'not_found' })
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

test('staff see devices online, not browsers; and every sign-in in the log', async () => {
  await atPortal(app, 'browsing')
  const online = await call(app, 'GET /api/admin/online-users', { cookie })
  expect(online.data.items.map(({ username }: { username: string }) => username)).not.toContain('browsing')
  const { data } = await call(app, 'GET /api/admin/logs/logins?username=browsing', { cookie })
  expect(data.items).toMatchObject([{ result: 'ok', software_version: 'portal', hardware_code: '' }])
})

test('a profile change answers with the current level', async () => {
  const { token, user } = await signedIn(app, 'profiled')
  const change = { token, body: { display_name: 'P' } }
  expect((await call(app, 'PATCH /api/users/me', change)).data).toMatchObject({ vip_level: 0 })
  const grant = { cookie, body: { change_days: 5, level: 4 } }
  const { vip_expires_at } = (await call(app, `POST /api/admin/accounts/${user.id}/grant`, grant)).data
  const { data } = await call(app, 'PATCH /api/users/me', change)
  expect(data).toMatchObject({ display_name: 'P', vip_level: 4, vip_expires_at })
})

test('the database itself allows one living session per account and slot', async () => {
  const { user } = await signedIn(app, 'slotted')
  const row = (await app.services.db.orm.select().from(session)).find(
    ({ accountId }) => accountId === user.id,
  )
  const copy = { ...row, id: user.id, tokenHash: Buffer.from('another') } as typeof session.$inferInsert
  await expect(app.services.db.orm.insert(session).values(copy)).rejects.toMatchObject({
    cause: { constraint: 'sessions_session_slot' },
  })
})
