import { afterAll, beforeAll, expect, test } from 'vitest'
import { atPortal, call, customer, ownerCookie, signedIn } from '../../../../test/calls.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

const dayMs = 86_400_000
const me = (options: Parameters<typeof call>[2]) => call(app, 'GET /api/users/me', options)

test('its cookie is HttpOnly and SameSite, its token is in no answer, and signing out takes it away', async () => {
  const { answer, cookie } = await atPortal(app, 'cookie-holder')
  const [header] = answer.headers.getSetCookie()
  expect(header).toMatch(/^lessor_customer=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax/)
  expect(JSON.stringify(answer.data)).not.toContain(cookie.split('=')[1])
  const out = await call(app, 'POST /api/auth/logout', { cookie, body: {} })
  expect(out.headers.getSetCookie()[0]).toMatch(/^lessor_customer=; Path=\/; Max-Age=0/)
  expect((await me({ cookie })).status).toBe(401)
})

test('a write with the cookie, or one that sets it, is refused from another site', async () => {
  const { cookie } = await atPortal(app, 'csrf-target')
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
  const { cookie } = await atPortal(app, 'confused')
  const token = cookie.split('=')[1]
  const beat = await call(app, 'POST /api/heartbeat', { body: { session_token: token } })
  expect(beat).toMatchObject({ status: 401, code: 'unauthenticated' })
  expect((await me({ token: token ?? '' })).status).toBe(401)
  expect((await call(app, 'GET /api/admin/me', { cookie: `lessor_staff=${token}` })).status).toBe(401)
  const { session_token } = await signedIn(app, 'confused')
  expect((await me({ cookie: `lessor_customer=${session_token}` })).status).toBe(401)
  expect((await me({ cookie: await ownerCookie(app) })).status).toBe(401)
})

test('a browser stays signed in while it is used, for 30 days at most', async () => {
  const { cookie } = await atPortal(app, 'returning')
  for (let day = 0; day < 30; day += 5) {
    expect((await me({ cookie })).code).toBe(0)
    app.clock.advance(5 * dayMs)
  }
  app.clock.advance(1)
  expect(await me({ cookie })).toMatchObject({ status: 401, code: 'session_expired' })
})
