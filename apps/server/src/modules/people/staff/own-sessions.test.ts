import { beforeAll, expect, test } from 'vitest'
import { call, cookieOf, ownerCookie } from '../../../../test/calls.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { hire, staffPassword } from './testing.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  return () => app.stop()
})

/** A member, and a sign-in of theirs by each program. */
async function signedInBy(...programs: string[]) {
  const { id, username } = await hire(app.command({ kind: 'system', name: 'test' }), 'support')
  const cookies: string[] = []
  for (const program of programs) cookies.push(await signIn(username, program))
  return { id, username, cookies }
}

async function signIn(username: string, program: string, cookie?: string): Promise<string> {
  const body = { username, password: staffPassword }
  const headers = { 'user-agent': program }
  return cookieOf(await call(app, 'POST /api/admin/login', { body, headers, ...(cookie && { cookie }) }))
}
const sessions = async (cookie = '') =>
  (await call(app, 'GET /api/admin/me/sessions', { cookie })).data.items as {
    session_id: string
    user_agent: string
    is_current: boolean
  }[]
const statusOf = async (cookie = '') => (await call(app, 'GET /api/admin/me', { cookie })).status

test('staff see where they are signed in, and end one of their own sessions, no one else’s', async () => {
  const { id, cookies } = await signedInBy('Here', 'There')
  const [here, there] = cookies
  const mine = await sessions(here)
  expect(mine).toMatchObject([
    { user_agent: 'There', is_current: false },
    { user_agent: 'Here', is_current: true },
  ])
  const at = `DELETE /api/admin/me/sessions/${mine[0]?.session_id}`
  const stranger = await signedInBy('Stranger')
  for (const cookie of [stranger.cookies[0] ?? '', await ownerCookie(app)])
    expect(await call(app, at, { cookie })).toMatchObject({ status: 404, code: 'not_found' })
  expect(await call(app, at, { cookie: here ?? '' })).toMatchObject({ code: 0 })
  expect([await statusOf(here), await statusOf(there)]).toEqual([200, 401])
  expect(await sessions(here)).toHaveLength(1)
  const log = `GET /api/admin/logs/audit?action=staff.session_ended&subject_id=${id}`
  expect((await call(app, log, { cookie: await ownerCookie(app) })).data.items).toHaveLength(1)
})

test('signing in again ends the session of the cookie that was shown, and no other', async () => {
  const { username, cookies } = await signedInBy('Here', 'There')
  const [here, there] = cookies
  const again = await signIn(username, 'Here again', here)
  expect([await statusOf(here), await statusOf(there), await statusOf(again)]).toEqual([401, 200, 200])
})
