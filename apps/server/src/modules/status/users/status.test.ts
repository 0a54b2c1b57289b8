import { statusContract } from '@lessor/status/contract'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, issueCodes, ownerCookie, signedIn } from '../../../../test/calls.ts'
import { staffActor, testApp, testAppForThis, type TestApp } from '../../../../test/harness.ts'
import { exportUsers, importUser } from './index.ts'

statusContract('the server', async () => {
  const { url, ownerPassword, stop } = await testApp()
  return { url, operator: { username: 'owner', password: ownerPassword }, close: stop }
})

describe('in the server', () => {
  let app: TestApp
  let cookie: string
  beforeAll(async () => {
    app = await testApp()
    cookie = await ownerCookie(app)
  })
  afterAll(() => app.stop())

  test('every account can have a link, and its history holds what codes brought', async () => {
    const { user, token } = await signedIn(app, 'customer')
    const [code] = await issueCodes(app, cookie, { days: 7 })
    await call(app, 'POST /api/recharge', { token, body: { card_code: code } })
    const { data } = await call(app, `POST /api/admin/users/${user.id}/reset-token`, { cookie })
    const shown = await call(app, `GET /api/status/${data.token}`)
    expect(shown.data).toMatchObject({ username: 'customer', days_left: 7, history: [{ change_days: 7 }] })
  })

  test('who takes the records away is in the audit log', async () => {
    await call(app, 'GET /api/admin/recharge-records/export?operator=owner', { cookie })
    const { data } = await call(app, 'GET /api/admin/logs/audit?action=lists.&limit=1', { cookie })
    expect(data.items).toMatchObject([
      {
        subject: { kind: 'list', id: 'recharge-records' },
        actor: { name: 'owner' },
        after: { operator: 'owner' },
      },
    ])
  })

  test('time that ran out keeps its end, in the list, on the link, and for the next recharge', async () => {
    const { data } = await call(app, 'POST /api/admin/users', { cookie, body: { username: 'over', days: 2 } })
    const { id, expire_at } = data.user
    app.clock.advance(5 * 86_400_000)
    // The session of this morning ended meanwhile.
    const later = await ownerCookie(app)
    const { data: found } = await call(app, 'GET /api/admin/users?query=over', { cookie: later })
    expect(found.items).toMatchObject([{ expire_at, days_left: 0 }])
    const shown = await call(app, `GET /api/status/${data.token}`)
    expect(shown.data).toMatchObject({ expire_at, days_left: 0 })
    const again = { cookie: later, body: { change_days: 1 } }
    const recharged = await call(app, `POST /api/admin/users/${id}/recharge`, again)
    expect(recharged.data).toMatchObject({ expire_at: recharged.data.record.created_at + 86_400, record: { expire_before: null } }) // prettier-ignore
    cookie = later
  })

  test('the series tells who had time at the end of each day, whatever has happened since', async () => {
    const at = await testAppForThis()
    const { clock } = at
    const active = async (count: number) => {
      const { data } = await call(at, 'GET /api/admin/dashboard/today', { cookie: await ownerCookie(at) })
      return data.series.slice(-count).map((day: { active_users: number }) => day.active_users)
    }
    const change = async (id: string, change_days: number) =>
      call(at, `POST /api/admin/users/${id}/recharge`, {
        cookie: await ownerCookie(at),
        body: { change_days },
      })
    const make = async (username: string, days: number) => {
      const body = { username, days }
      const { data } = await call(at, 'POST /api/admin/users', { cookie: await ownerCookie(at), body })
      return data.user.id as string
    }
    clock.set(new Date('2026-03-01T04:00:00Z'))
    const first = await make('first', 2)
    clock.advance(86_400_000)
    const second = await make('second', 30)
    expect(await active(3)).toEqual([0, 1, 2])
    // The first runs out on the third; comes back on the fifth, when the second loses all.
    clock.advance(3 * 86_400_000)
    await change(first, 5)
    await change(second, -30)
    expect(await active(6)).toEqual([0, 1, 2, 1, 1, 1])
    clock.advance(86_400_000)
    expect(await active(7)).toEqual([0, 1, 2, 1, 1, 1, 1])
  })

  test('a user without a password can not sign in', async () => {
    await call(app, 'POST /api/admin/users', { cookie, body: { username: 'no-password', days: 3 } })
    const body = { username: 'no-password', hardware_code: 'HW-1', software_version: '1.0.0' }
    for (const password of ['', ' ', 'null', 'a long password']) {
      const { status } = await call(app, 'POST /api/auth/login', { body: { ...body, password } })
      expect([400, 401]).toContain(status)
    }
  })

  test('a reset is in the audit log with both hashes, and the token nowhere', async () => {
    const made = await call(app, 'POST /api/admin/users', { cookie, body: { username: 'audited' } })
    const { id } = made.data.user
    const reset = await call(app, `POST /api/admin/users/${id}/reset-token`, { cookie })
    const { data } = await call(app, `GET /api/admin/logs/audit?action=status.&subject_id=${id}`, { cookie })
    const [replaced, created] = data.items
    expect(replaced).toMatchObject({ action: 'status.link_reset', before: created.after.link_sha256 && { link_sha256: created.after.link_sha256 } }) // prettier-ignore
    expect(replaced.after.link_sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(replaced.after.link_sha256).not.toBe(replaced.before.link_sha256)
    const everything = JSON.stringify(data) + app.logged.join()
    expect(everything).not.toContain(made.data.token)
    expect(everything).not.toContain(reset.data.token)
  })
})

test('a link that is kept for a repeat is sealed', async () => {
  const app = await testAppForThis()
  const cookie = await ownerCookie(app)
  const asked = { cookie, headers: { 'idempotency-key': 'key-of-kept' }, body: { username: 'kept', days: 1 } }
  const made = await call(app, 'POST /api/admin/users', asked)
  const { rows } = await app.services.db.query<{ answer: Buffer }>('select * from platform_idempotency', [])
  expect(rows).toHaveLength(1)
  expect(rows[0]?.answer.includes(made.data.token)).toBe(false)
  expect((await call(app, 'POST /api/admin/users', asked)).data).toEqual(made.data)
})

test('users move to another server with time, records and links that work', async () => {
  const [here, there] = [await testAppForThis(), await testAppForThis()]
  const cookie = await ownerCookie(here)
  const made = await call(here, 'POST /api/admin/users', { cookie, body: { username: '搬家', days: 30 } })
  const at = `POST /api/admin/users/${made.data.user.id}/recharge`
  await call(here, at, { cookie, body: { change_days: -7, reason: 'less' } })
  await call(here, 'POST /api/admin/users', { cookie, body: { username: 'no-days' } })

  const staff = staffActor('owner')
  const users = await Array.fromAsync(await exportUsers(here.command(staff)))
  const take = () => Promise.all(users.map((user) => importUser(there.command(staff), user)))
  expect(await take()).toEqual([true, true])
  expect(await take()).toEqual([false, false])
  expect(await Array.fromAsync(await exportUsers(there.command(staff)))).toEqual(users)
  const [before, after] = await Promise.all(
    [here, there].map(async (app) => (await call(app, `GET /api/status/${made.data.token}`)).data),
  )
  expect(after).toEqual(before)
  expect(after).toMatchObject({ days_left: 23, history: [{ change_days: -7 }, { change_days: 30 }] })

  const [first] = users
  const other = { ...first!, id: '019a0000-0000-7000-8000-00000000beef', records: [], token_hash: null }
  expect(await importUser(there.command(staff), other)).toBe(true)
  const listed = await call(there, 'GET /api/admin/users', { cookie: await ownerCookie(there) })
  expect(listed.data.items.map(({ link }: { link: string }) => link).toSorted()).toEqual([
    'none',
    'replace_only',
    'replace_only',
  ])
  const id = made.data.user.id
  const refused = await call(there, `POST /api/admin/users/${id}/reveal-link`, {
    cookie: await ownerCookie(there),
  })
  expect(refused).toMatchObject({ status: 409, code: 'link_not_kept' })
})

describe('a link begins with', () => {
  const proxy = { LESSOR_SERVER_TRUSTED_PROXIES: '127.0.0.1,::1' }
  const forwarded = { host: 'vip.example', 'x-forwarded-proto': 'https' }
  test.for<[string, Record<string, string>, Record<string, string>, string]>([
    ['the public address, where one is set', { LESSOR_SERVER_PUBLIC_URL: 'https://a.example/b/' }, forwarded, 'https://a.example/b/status/'], // prettier-ignore
    ['how the caller names the server', {}, forwarded, 'http://vip.example/status/'],
    ['https, where a proxy of ours says so', proxy, forwarded, 'https://vip.example/status/'],
    ['nothing that is no name', {}, { host: 'evil.example/x?' }, 'http://localhost/status/'],
  ])('%s', async ([, env, headers, beginning]) => {
    const app = await testAppForThis({ env })
    const cookie = await ownerCookie(app)
    const body = JSON.stringify({ username: 'named' })
    const json = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const asked = request(`${app.url}/api/admin/users`, {
      method: 'POST',
      headers: { cookie, ...json, ...headers },
    })
    const [answer] = (await once(asked.end(body), 'response')) as [IncomingMessage]
    const { data } = JSON.parse(await text(answer)) as { data: { token: string; status_url: string } }
    expect(data.status_url).toBe(beginning + data.token)
  })
})

test('links are counted by address: 60 a minute, right or wrong, in the API and on the page', async () => {
  const app = await testAppForThis({ env: { LESSOR_RATE_LIMIT_ENABLED: 'true' } })
  const answers = []
  const ways = ['/api/status/x', '/api/status?t=x', '/status/x']
  for (let i = 0; i < 61; i++) answers.push((await fetch(app.url + ways[i % 3])).status)
  expect(answers).toEqual([...Array(60).fill(404), 429])
})
