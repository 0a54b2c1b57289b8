import { newId } from '@lessor/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, cookieOf, customer, ownerCookie, signedIn } from '../../../test/calls.ts'
import { testApp, testAppForThis, type TestApp } from '../../../test/harness.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

const dayMs = 86_400_000
const me = (options: Parameters<typeof call>[2]) => call(app, 'GET /api/users/me', options)

async function atPortal(username: string) {
  const { password } = customer
  await call(app, 'POST /api/auth/register', { body: { username, password } })
  const answer = await call(app, 'POST /api/portal/login', { body: { username, password } })
  return { answer, cookie: cookieOf(answer) }
}

test('a browser at the portal puts no device out, and no device puts it out', async () => {
  const { token } = await signedIn(app, 'at-both')
  const { cookie } = await atPortal('at-both')
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

test('staff put all of an account out at once, devices and browsers, on every instance', async () => {
  const beside = await testAppForThis({ beside: app })
  const owner = await ownerCookie(app)
  const { token, user } = await signedIn(app, 'all-out')
  const { cookie } = await atPortal('all-out')
  const other = await signedIn(app, 'stays-in')
  for (const there of [{ token }, { cookie }]) {
    expect((await call(beside, 'GET /api/users/me', there)).status).toBe(200)
  }
  const at = `DELETE /api/admin/accounts/${user.id}/sessions`
  expect((await call(app, at, { cookie: owner })).data).toEqual({ ended: 2 })
  for (const there of [{ token }, { cookie }]) {
    expect((await call(beside, 'GET /api/users/me', there)).status).toBe(401)
    expect((await me(there)).status).toBe(401)
  }
  expect((await me({ token: other.token })).status).toBe(200)
  expect((await call(app, at, { cookie: owner })).data).toEqual({ ended: 0 })
  const log = `GET /api/admin/logs/audit?action=sessions.all_ended&subject_id=${user.id}`
  expect((await call(app, log, { cookie: owner })).data.items).toMatchObject([
    { actor: { name: 'owner' }, after: { ended: 2 } },
  ])
  const nobody = `DELETE /api/admin/accounts/${newId()}/sessions`
  expect(await call(app, nobody, { cookie: owner })).toMatchObject({ status: 404, code: 'not_found' })
})

test('its cookie is HttpOnly and SameSite, its token is in no answer, and signing out takes it away', async () => {
  const { answer, cookie } = await atPortal('cookie-holder')
  const [header] = answer.headers.getSetCookie()
  expect(header).toMatch(/^lessor_customer=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax/)
  expect(JSON.stringify(answer.data)).not.toContain(cookie.split('=')[1])
  const out = await call(app, 'POST /api/auth/logout', { cookie, body: {} })
  expect(out.headers.getSetCookie()[0]).toMatch(/^lessor_customer=; Path=\/; Max-Age=0/)
  expect((await me({ cookie })).status).toBe(401)
})

test('a write with the cookie, or one that sets it, is refused from another site', async () => {
  const { cookie } = await atPortal('csrf-target')
  const headers = { origin: 'https://evil.example' }
  const write = { cookie, headers, body: { display_name: 'evil' } }
  expect(await call(app, 'PATCH /api/users/me', write)).toMatchObject({ status: 403, code: 'cross_site' })
  const login = { headers, body: { username: 'csrf-target', password: customer.password } }
  const planted = await call(app, 'POST /api/portal/login', login)
  expect(planted).toMatchObject({ status: 403, code: 'cross_site' })
  expect(planted.headers.getSetCookie()).toEqual([])
  const own = { cookie, headers: { origin: app.url }, body: { display_name: 'mine' } }
  expect((await call(app, 'PATCH /api/users/me', own)).data.display_name).toBe('mine')
})

test("a browser's token opens neither a device's doors nor staff's, and a device's is no cookie", async () => {
  const { cookie } = await atPortal('confused')
  const token = cookie.split('=')[1]
  const beat = await call(app, 'POST /api/heartbeat', { body: { session_token: token } })
  expect(beat).toMatchObject({ status: 401, code: 'unauthenticated' })
  expect((await me({ token: token ?? '' })).status).toBe(401)
  expect((await call(app, 'GET /api/admin/me', { cookie: `lessor_staff=${token}` })).status).toBe(401)
  const { session_token } = await signedIn(app, 'confused')
  expect((await me({ cookie: `lessor_customer=${session_token}` })).status).toBe(401)
  expect((await me({ cookie: await ownerCookie(app) })).status).toBe(401)
})

test('staff see devices online, not browsers; and every sign-in in the log', async () => {
  await atPortal('browsing')
  const cookie = await ownerCookie(app)
  const online = await call(app, 'GET /api/admin/online-users', { cookie })
  expect(online.data.items.map(({ username }: { username: string }) => username)).not.toContain('browsing')
  const { data } = await call(app, 'GET /api/admin/logs/logins?username=browsing', { cookie })
  expect(data.items).toMatchObject([{ result: 'ok', software_version: 'portal', hardware_code: '' }])
})

test('a browser stays signed in while it is used, for 30 days at most', async () => {
  const { cookie } = await atPortal('returning')
  for (let day = 0; day < 30; day += 5) {
    expect((await me({ cookie })).code).toBe(0)
    app.clock.advance(5 * dayMs)
  }
  app.clock.advance(1)
  expect(await me({ cookie })).toMatchObject({ status: 401, code: 'session_expired' })
})
