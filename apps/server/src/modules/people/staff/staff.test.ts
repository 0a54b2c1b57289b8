import { newId } from '@lessor/kit'
import { beforeAll, describe, expect, test } from 'vitest'
import { call, cookieOf, ownerCookie, signedIn, type Answer } from '../../../../test/calls.ts'
import { testApp, testAppForThis, type TestApp } from '../../../../test/harness.ts'
import { listAudit } from '../../core/audit/index.ts'
import { changeStaff, listStaff, permissionsOf, roles } from './index.ts'
import { hire, staffPassword } from './testing.ts'

const system = (app: TestApp) => app.command({ kind: 'system', name: 'test' })
const login = (app: { readonly url: string }, username: string, password = staffPassword, totp?: string) =>
  call(app, 'POST /api/admin/login', { body: { username, password, ...(totp !== undefined && { totp }) } })
const me = (app: TestApp, cookie: string) => call(app, 'GET /api/admin/me', { cookie })
const said = ({ status, code }: Answer) => [status, code]

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  return () => app.stop()
})

/** Staff with a role, signed in. */
async function onDuty(role: (typeof roles)[number]) {
  const member = await hire(system(app), role)
  const answer = await login(app, member.username)
  return { ...member, answer, cookie: cookieOf(answer) }
}

describe('signing in', () => {
  test('opens a session with a cookie that scripts and other sites do not see', async () => {
    const { id, username, answer, cookie } = await onDuty('finance')
    const permissions = [...permissionsOf('finance')]
    expect(answer.data).toEqual({ staff: { id, username, role: 'finance', permissions } })
    const [text] = answer.headers.getSetCookie()
    expect(text).toMatch(/^lessor_staff=[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax$/)
    expect((await me(app, cookie)).data).toMatchObject({ id, totp_enabled: false, recovery_codes_left: 0 })
  })

  test('takes a name in any case and width', async () => {
    await hire(system(app), 'support', '王小明_Wang')
    expect((await login(app, '王小明_ｗＡＮＧ')).code).toBe(0)
  })

  test('answers a wrong name, a wrong password and a disabled member the same', async () => {
    const { id, username } = await hire(system(app), 'support')
    const gone = await hire(system(app), 'support')
    await call(app, `PATCH /api/admin/staff/${gone.id}`, {
      cookie: await ownerCookie(app),
      body: { disabled: true },
    })
    const answers = [
      await login(app, `${username}x`),
      await login(app, username, 'wrong'),
      await login(app, gone.username),
    ]
    for (const answer of answers) expect(said(answer)).toEqual([401, 'invalid_credentials'])
    expect(new Set(answers.map(({ message }) => message)).size).toBe(1)
    const { items } = await listAudit(app.services.db, { action: 'staff.sign_in_refused' }, { limit: 3 })
    expect(items.map(({ subjectId }) => subjectId)).toEqual([gone.id, id, ''])
  })

  test('costs an unknown name as much time as a wrong password', async () => {
    const slow = await testAppForThis({ env: { LESSOR_VERIFICATION_BCRYPT_COST: '9' } })
    const time = async (username: string) => {
      const began = performance.now()
      await login(slow, username, 'wrong')
      return performance.now() - began
    }
    const [known, unknown]: [number[], number[]] = [[], []]
    for (let i = 0; i < 15; i++) {
      known.push(await time('owner'))
      unknown.push(await time('nobody'))
    }
    // The quickest of each: whatever else the machine does only makes them slower. Unhashed, it would be a tenth.
    const ratio = Math.min(...unknown) / Math.min(...known)
    expect(ratio).toBeGreaterThan(0.4)
    expect(ratio).toBeLessThan(2.5)
  })

  test('is in the audit log, both the try that worked and the one that did not', async () => {
    const { id, username } = await onDuty('auditor')
    await login(app, username, 'wrong')
    const { items } = await listAudit(app.services.db, { subjectId: id }, { limit: 10 })
    const entries = items.map(({ action, actorKind, ip }) => [action, actorKind, ip])
    expect(entries).toEqual([
      ['staff.sign_in_refused', 'visitor', '127.0.0.1'],
      ['staff.signed_in', 'staff', '127.0.0.1'],
      ['staff.created', 'system', ''],
    ])
  })

  test('rehashes a password when the configured cost is higher now', async () => {
    const { id, username } = await hire(system(app), 'support')
    const costlier = await testAppForThis({ beside: app, env: { LESSOR_VERIFICATION_BCRYPT_COST: '5' } })
    expect((await login(costlier, username)).code).toBe(0)
    const { rows } = await app.services.db.query('select password_hash from staff_member where id = $1', [id])
    expect(rows).toEqual([{ password_hash: expect.stringMatching(/^\$2b\$05\$/) }])
    expect((await login(app, username)).code).toBe(0)
  })

  test('login secrets never come back in an answer', async () => {
    const cookie = await ownerCookie(app)
    const { id, username, answer } = await onDuty('support')
    const password = 'another password'
    const answers = [
      answer,
      await me(app, cookieOf(answer)),
      await call(app, 'GET /api/admin/staff?limit=200', { cookie }),
      await call(app, 'POST /api/admin/staff', {
        cookie,
        body: { username: `${username}2`, password, role: 'admin' },
      }),
      await call(app, `PATCH /api/admin/staff/${id}`, { cookie, body: { role: 'auditor' } }),
      await call(app, `POST /api/admin/staff/${id}/reset-password`, { cookie, body: { password } }),
      await call(app, 'GET /api/admin/logs/audit?limit=200', { cookie }),
      await login(app, username, 'wrong'),
    ]
    const text = JSON.stringify(answers.map(({ data, message, errors }) => ({ data, message, errors })))
    expect(text).not.toMatch(/\$2[aby]\$|password_?hash|token/i)
    for (const secret of [staffPassword, password, cookieOf(answer).split('=')[1]])
      expect(text).not.toContain(secret)
    expect(app.logged.join()).not.toContain(staffPassword)
  })
})

describe('guesses are counted', () => {
  const env = { LESSOR_RATE_LIMIT_ENABLED: 'true', LESSOR_SERVER_TRUSTED_PROXIES: '127.0.0.1' }
  const from = (limited: TestApp, ip: string, username: string, password: string) => {
    const headers = { 'x-forwarded-for': ip }
    return call(limited, 'POST /api/admin/login', { headers, body: { username, password } })
  }

  test('by name they only slow down: the right password passes from elsewhere', async () => {
    const limited = await testAppForThis({ env })
    for (let i = 0; i < 6; i++) {
      expect(said(await from(limited, `192.0.2.${i}`, i % 2 ? 'owner' : 'ＯＷＮＥＲ', 'wrong'))).toEqual([
        401,
        'invalid_credentials',
      ])
    }
    const began = performance.now()
    expect(said(await from(limited, '192.0.2.99', 'owner', limited.ownerPassword))).toEqual([200, 0])
    expect(performance.now() - began).toBeGreaterThan(490)
  })

  test('by address, for however many names', async () => {
    const limited = await testAppForThis({ env })
    for (let i = 0; i < 10; i++) await from(limited, '192.0.2.1', `name-${i}`, 'wrong')
    expect(said(await from(limited, '192.0.2.1', 'owner', limited.ownerPassword))).toEqual([
      429,
      'rate_limited',
    ])
    expect(said(await from(limited, '192.0.2.2', 'owner', limited.ownerPassword))).toEqual([200, 0])
  })
})

describe('a session', () => {
  test('ends when it is idle, and when it is old however busy it is', async () => {
    const timed = await testAppForThis()
    const { clock } = timed
    const hour = 3_600_000
    const idle = await ownerCookie(timed)
    clock.advance(24 * hour - 1)
    expect((await me(timed, idle)).code).toBe(0)
    clock.advance(24 * hour - 1)
    expect((await me(timed, idle)).code).toBe(0)
    clock.advance(24 * hour)
    expect(said(await me(timed, idle))).toEqual([401, 'unauthenticated'])

    const busy = await ownerCookie(timed)
    for (let at = 12; at < 168; at += 12) {
      clock.advance(12 * hour)
      expect((await me(timed, busy)).code).toBe(0)
    }
    clock.advance(12 * hour)
    expect(said(await me(timed, busy))).toEqual([401, 'unauthenticated'])
  })

  test('is written at most once a minute, however busy it is', async () => {
    const timed = await testAppForThis()
    const cookie = await ownerCookie(timed)
    const seen = async () =>
      (await timed.services.db.query<{ last_seen_at: Date }>('select last_seen_at from staff_session', []))
        .rows[0]?.last_seen_at
    const first = await seen()
    timed.clock.advance(59_999)
    await me(timed, cookie)
    expect(await seen()).toEqual(first)
    timed.clock.advance(1)
    await me(timed, cookie)
    expect(await seen()).toEqual(timed.clock.now())
  })

  test('ends by signing out, for good', async () => {
    const { cookie } = await onDuty('support')
    const answer = await call(app, 'POST /api/admin/logout', { cookie })
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^lessor_staff=; Path=\/; Max-Age=0;/),
    ])
    expect(said(await me(app, cookie))).toEqual([401, 'unauthenticated'])
  })

  test('and no other is what a new password leaves', async () => {
    const { username, cookie } = await onDuty('support')
    const other = cookieOf(await login(app, username))
    const change = (old_password: string, new_password: string) =>
      call(app, 'POST /api/admin/me/password', { cookie, body: { old_password, new_password } })
    expect(said(await change('wrong', 'a new password'))).toEqual([401, 'invalid_credentials'])
    expect((await me(app, other)).code).toBe(0)
    expect((await change(staffPassword, 'a new password')).code).toBe(0)
    expect((await me(app, cookie)).code).toBe(0)
    expect(said(await me(app, other))).toEqual([401, 'unauthenticated'])
    expect(said(await login(app, username))).toEqual([401, 'invalid_credentials'])
    expect((await login(app, username, 'a new password')).code).toBe(0)
  })

  test('ends at once when its holder is disabled, and does not come back', async () => {
    const { id, cookie } = await onDuty('support')
    const owner = await ownerCookie(app)
    await call(app, `PATCH /api/admin/staff/${id}`, { cookie: owner, body: { disabled: true } })
    expect(said(await me(app, cookie))).toEqual([401, 'unauthenticated'])
    await call(app, `PATCH /api/admin/staff/${id}`, { cookie: owner, body: { disabled: false } })
    expect(said(await me(app, cookie))).toEqual([401, 'unauthenticated'])
  })

  test('ends when an owner sets a new password', async () => {
    const { id, username, cookie } = await onDuty('support')
    const body = { password: 'set by the owner' }
    await call(app, `POST /api/admin/staff/${id}/reset-password`, { cookie: await ownerCookie(app), body })
    expect(said(await me(app, cookie))).toEqual([401, 'unauthenticated'])
    expect((await login(app, username, body.password)).code).toBe(0)
  })

  test('allows what the new role allows from the next request on', async () => {
    const { id, cookie } = await onDuty('admin')
    expect((await call(app, 'GET /api/admin/logs/audit', { cookie })).code).toBe(0)
    await call(app, `PATCH /api/admin/staff/${id}`, {
      cookie: await ownerCookie(app),
      body: { role: 'support' },
    })
    expect(said(await call(app, 'GET /api/admin/logs/audit', { cookie }))).toEqual([403, 'forbidden'])
  })

  test.for([
    '',
    'lessor_staff=',
    'lessor_staff=x',
    `lessor_staff=${'A'.repeat(43)}`,
    "lessor_staff=' or 1=1 --",
  ])('is not opened by the cookie "%s"', async (cookie) => {
    expect(said(await me(app, cookie))).toEqual([401, 'unauthenticated'])
  })

  test("a customer's token doesn't open a staff door, and the reverse", async () => {
    const { token, session_token } = await signedIn(app, `buyer-${newId().slice(-8)}`)
    const { cookie } = await onDuty('owner')
    const staffToken = cookie.split('=')[1] ?? ''
    for (const text of [token, session_token]) {
      expect(said(await me(app, `lessor_staff=${text}`))).toEqual([401, 'unauthenticated'])
      expect(said(await call(app, 'GET /api/admin/me', { token: text }))).toEqual([401, 'unauthenticated'])
    }
    expect((await call(app, 'GET /api/users/me', { cookie })).status).toBe(401)
    expect((await call(app, 'GET /api/users/me', { token: staffToken, cookie })).status).toBe(401)
    expect((await call(app, 'POST /api/heartbeat', { body: { session_token: staffToken } })).status).toBe(401)
  })
})

describe('managing staff', () => {
  test('is for owners alone', async () => {
    const { id } = await hire(system(app), 'support')
    for (const role of roles.filter((role) => role !== 'owner')) {
      const { cookie } = await onDuty(role)
      const answers = [
        await call(app, 'POST /api/admin/staff', {
          cookie,
          body: { username: 'x-y-z', password: staffPassword, role },
        }),
        await call(app, `PATCH /api/admin/staff/${id}`, { cookie, body: { role: 'owner' } }),
        await call(app, `POST /api/admin/staff/${id}/reset-password`, {
          cookie,
          body: { password: staffPassword },
        }),
        await call(app, `DELETE /api/admin/staff/${id}/totp`, { cookie }),
      ]
      for (const answer of answers) expect(said(answer)).toEqual([403, 'forbidden'])
    }
  })

  test('refuses a taken name in any case, a weak password and an unknown role, each at its field', async () => {
    const cookie = await ownerCookie(app)
    const { username } = await hire(system(app), 'support')
    const create = (body: object) => call(app, 'POST /api/admin/staff', { cookie, body })
    const taken = await create({ username: username.toUpperCase(), password: staffPassword, role: 'support' })
    expect(said(taken)).toEqual([409, 'staff_username_taken'])
    const wrong = await create({ username: 'a b', password: '密'.repeat(25), role: 'king', admin: true })
    expect(wrong.errors?.map(({ path }) => path).sort()).toEqual(['admin', 'password', 'role', 'username'])
    expect(wrong.errors?.find(({ path }) => path === 'password')?.message).toBe('按 UTF-8 计不能超过 72 字节')
  })

  test('an unknown id is not found', async () => {
    const cookie = await ownerCookie(app)
    expect(
      said(await call(app, `PATCH /api/admin/staff/${newId()}`, { cookie, body: { role: 'admin' } })),
    ).toEqual([404, 'not_found'])
  })

  test("the last owner can't be removed, even by two at once", async () => {
    const crowded = await testAppForThis()
    const cookie = await ownerCookie(crowded)
    const { data } = await me(crowded, cookie)
    const patch = (id: string, body: object) =>
      call(crowded, `PATCH /api/admin/staff/${id}`, { cookie, body })
    expect(said(await patch(data.id, { disabled: true }))).toEqual([409, 'last_owner'])
    expect(said(await patch(data.id, { role: 'admin' }))).toEqual([409, 'last_owner'])

    const others = await Promise.all([1, 2, 3].map(() => hire(system(crowded), 'owner')))
    const owners = [data.id, ...others.map(({ id }) => id)]
    for (let round = 0; round < 8; round++) {
      const changes = owners.map((id, i) =>
        changeStaff(system(crowded), i % 2 ? { id, role: 'support' } : { id, disabled: true }),
      )
      const refused = (await Promise.allSettled(changes)).filter((change) => change.status === 'rejected')
      expect(refused).toMatchObject([{ reason: { code: 'last_owner' } }])
      const { items } = await listStaff(crowded.services.db, {}, { limit: 10 })
      expect(items.filter(({ role, disabledAt }) => role === 'owner' && !disabledAt)).toHaveLength(1)
      for (const id of owners) await changeStaff(system(crowded), { id, role: 'owner', disabled: false })
    }
  })

  test('every permission that a route asks for is one of the roles’', async () => {
    const document: any = await (await fetch(`${app.url}/api/openapi.json`)).json()
    const operations: any[] = Object.values(document.paths).flatMap((path) => Object.values(path as object))
    const asked = operations
      .map((operation) => String(operation['x-who']))
      .filter((who) => who.startsWith('staff:'))
    expect(asked.length).toBeGreaterThan(10)
    for (const who of asked) expect(permissionsOf('owner')).toContain(who.slice('staff:'.length))
  })
})
