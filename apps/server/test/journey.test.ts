import { DAY_MS } from '@lessor/kit'
import { expect, test } from 'vitest'
import { call, customer, issueCodes, ownerCookie, signedIn } from './calls.ts'
import { start, testAppForThis } from './harness.ts'

test('a code becomes time, time opens software, and another device signs out the first', async () => {
  const app = await testAppForThis()
  const cookie = await ownerCookie(app)
  const [code] = await issueCodes(app, cookie, { level: 2, days: 30 })
  await call(app, 'POST /api/admin/software', { cookie, body: { name: 'Editor', required_vip_level: 2 } })

  const login = await signedIn(app, '张三')
  expect(login).toMatchObject({
    heartbeat_interval: 600,
    vip_level: 0,
    vip_expires_at: null,
    user: { username: '张三' },
  })
  const { token, session_token } = login
  expect((await call(app, 'GET /api/users/software', { token })).data.items).toEqual([])

  const recharge = await call(app, 'POST /api/recharge', { token, body: { card_code: code } })
  const expires = new Date(start.getTime() + 30 * DAY_MS).toISOString()
  expect(recharge).toMatchObject({ status: 200, code: 0 })
  expect(recharge.data).toEqual({
    vip_level: 2,
    vip_expires_at: expires,
    added_days: 30,
    level: 2,
  })
  expect((await call(app, 'GET /api/users/software', { token })).data.items).toMatchObject([
    { name: 'Editor' },
  ])

  const beat = await call(app, 'POST /api/heartbeat', { body: { session_token } })
  expect(beat.data).toMatchObject({ vip_level: 2, vip_expires_at: expires, heartbeat_interval: 600 })

  const again = await call(app, 'POST /api/recharge', { token, body: { card_code: code } })
  expect(again).toMatchObject({ status: 409, code: 'code_used', data: null })

  const logs = await call(app, 'GET /api/recharge/logs', { token })
  expect(logs.data).toMatchObject({
    items: [{ source: 'code', level: 2, change_days: 30 }],
    next_cursor: null,
    total_spent: '0.00',
  })

  await call(app, 'POST /api/auth/login', { body: { ...customer, username: '张三', hardware_code: 'HW-2' } })
  expect(await call(app, 'GET /api/users/me', { token })).toMatchObject({
    status: 401,
    code: 'session_replaced',
  })
  expect(await call(app, 'POST /api/heartbeat', { body: { session_token } })).toMatchObject({
    status: 401,
    code: 'session_replaced',
  })

  const accounts = await call(app, 'GET /api/admin/accounts?query=张', { cookie })
  expect(accounts.data.items).toMatchObject([{ username: '张三', vip_level: 2, vip_expires_at: expires }])
  const online = await call(app, 'GET /api/admin/online-users', { cookie })
  expect(online.data).toMatchObject({ total: 1, items: [{ username: '张三', hardware_code: 'HW-2' }] })
})
