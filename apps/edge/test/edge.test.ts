import { statusContract } from '@lessor/status/contract'
import { linesOf, newToken, tokenHash, usersIn, type MovedUser } from '@lessor/status'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { execute } from '../../../tools/edge/d1.ts'
import { exportUsers, importUsers } from '../../../tools/edge/move.ts'
import { testEdge } from '../../../tools/edge/testing.ts'

statusContract('the edge', () => testEdge({ LIMITS: 'off' }))

const unknownId = '019a0000-0000-7000-8000-00000000dead'

const json = { 'content-type': 'application/json' }

/** The Cookie header of a signed-in operator. */
async function cookieOf({ url, operator }: Awaited<ReturnType<typeof testEdge>>): Promise<string> {
  const answer = await fetch(`${url}/api/admin/login`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(operator),
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

describe('the log of the edge', () => {
  let edge: Awaited<ReturnType<typeof testEdge>>
  beforeAll(async () => {
    edge = await testEdge({ LIMITS: 'off' })
  }, 180_000)
  afterAll(() => edge.close())

  test('logs a reset with both hashes, the operator and the IP, and never the token', async () => {
    const headers = { ...json, cookie: await cookieOf(edge), 'user-agent': 'a browser' }
    const ask = async (method: string, path: string, body?: object) => {
      const options = { method, headers, ...(body && { body: JSON.stringify(body) }) }
      return (await (await fetch(edge.url + path, options)).json()) as any
    }
    const { data: made } = await ask('POST', '/api/admin/users', { username: 'audited' })
    const reset = await ask('POST', `/api/admin/users/${made.user.id}/reset-token`)
    const { data } = await ask('GET', `/api/admin/logs/audit?action=status.&subject_id=${made.user.id}`)
    expect(data).toEqual({
      items: [
        {
          seq: expect.any(Number),
          at: expect.any(String),
          actor: { kind: 'staff', id: 'operator', name: 'operator' },
          action: 'status.link_reset',
          subject: { kind: 'account', id: made.user.id },
          before: { link_sha256: await tokenHash(made.token) },
          after: { link_sha256: await tokenHash(reset.data.token) },
          ip: expect.any(String),
          user_agent: 'a browser',
          request_id: reset.requestId,
        },
      ],
      next_cursor: null,
    })
    const first = (await ask('GET', '/api/admin/logs/audit?limit=1')).data
    const rest = (await ask('GET', `/api/admin/logs/audit?cursor=${first.next_cursor}`)).data
    expect([...first.items, ...rest.items]).toMatchObject([
      { action: 'status.link_reset' },
      { action: 'staff.sign_in_tried', actor: { kind: 'visitor' }, subject: { id: 'operator' } },
    ])
    const oldest = (await ask('GET', '/api/admin/logs/audit?sort=at&limit=1')).data
    const next = (await ask('GET', `/api/admin/logs/audit?sort=at&cursor=${oldest.next_cursor}`)).data
    expect([...oldest.items, ...next.items]).toEqual([...first.items, ...rest.items].toReversed())
    const file = await (
      await fetch(`${edge.url}/api/admin/logs/audit/export?actor=operator`, { headers })
    ).text()
    expect(file.split('\r\n')).toEqual([
      expect.stringContaining('seq,at,actor.kind'),
      expect.stringContaining(',staff,operator,operator,status.link_reset,account,'),
      '',
    ])
    for (const path of ['', '/export']) {
      expect((await fetch(`${edge.url}/api/admin/logs/audit${path}`)).status).toBe(401)
    }
  })
})

test('a link that is kept for a repeat is sealed, and gone after a week', async () => {
  const edge = await testEdge({ LIMITS: 'off' })
  onTestFinished(() => edge.close())
  const cookie = await cookieOf(edge)
  const create = async (key: string, username: string) => {
    const headers = { ...json, cookie, 'idempotency-key': key }
    const options = { method: 'POST', headers, body: JSON.stringify({ username, days: 1 }) }
    return (await (await fetch(`${edge.url}/api/admin/users`, options)).json()) as any
  }
  const made = await create('key-of-kept', 'kept')
  expect((await create('key-of-kept', 'kept')).data).toEqual(made.data)
  const rows = await execute<object>(edge, ['--command', 'select * from made'])
  expect(rows).toMatchObject([{ request_key: 'operator key-of-kept', user_id: made.data.user.id }])
  expect(JSON.stringify(rows)).not.toContain(made.data.token)

  const week = 7 * 86_400_000
  await execute(edge, ['--command', `update made set created_at = created_at - ${week}`])
  await create('key-of-another', 'another')
  expect(await execute(edge, ['--command', 'select * from made'])).toHaveLength(1)
  expect((await create('key-of-kept', 'kept')).code).toBe('idempotency_key_reused')
}, 180_000)

test('the public address may end with a slash, and the console bears the seller’s name', async () => {
  const edge = await testEdge({ LIMITS: 'off', PUBLIC_URL: 'https://vip.example/', BRAND_ZH: '小店' })
  onTestFinished(() => edge.close())
  const cookie = await cookieOf(edge)
  const body = JSON.stringify({ username: 'linked' })
  const made = await fetch(`${edge.url}/api/admin/users`, {
    method: 'POST',
    headers: { ...json, cookie },
    body,
  })
  const { data } = (await made.json()) as any
  expect(data.status_url).toBe(`https://vip.example/status/${data.token}`)
  expect(await (await fetch(`${edge.url}/admin`)).text()).toContain('<title>小店</title>')
}, 180_000)

test('behind https every answer keeps browsers on it, and cookies are Secure', async () => {
  const edge = await testEdge({ LIMITS: 'off', PUBLIC_URL: 'https://vip.example' })
  onTestFinished(() => edge.close())
  const body = JSON.stringify(edge.operator)
  const signedIn = await fetch(`${edge.url}/api/admin/login`, { method: 'POST', headers: json, body })
  expect(signedIn.status).toBe(200)
  for (const cookie of signedIn.headers.getSetCookie()) expect(cookie).toMatch(/; Secure$/)
  const asked = ['/api/admin/me', '/api/status/x', '/nowhere', '/'].map((path) =>
    fetch(edge.url + path, { redirect: 'manual' }),
  )
  for (const answer of [signedIn, ...(await Promise.all(asked))])
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000')
}, 180_000)

describe('the limits of the edge', () => {
  let edge: Awaited<ReturnType<typeof testEdge>>
  beforeAll(async () => {
    edge = await testEdge()
  }, 180_000)
  afterAll(() => edge.close())

  const statusOf = async (path: string, body?: object) => {
    const options = body && { method: 'POST', headers: json, body: JSON.stringify(body) }
    return (await fetch(edge.url + path, options)).status
  }
  const tally = (statuses: readonly number[]) =>
    Object.fromEntries([...Map.groupBy(statuses, String)].map(([status, all]) => [status, all.length]))

  test('links are counted by address: 60 a minute, by path, by query and on the page together', async () => {
    const ways = ['/api/status/y', '/api/status?t=y', '/status/y']
    // More than two minutes' worth: one may end meanwhile. One was asked when the Worker started.
    const asked = Array.from({ length: 130 }, (_, i) => statusOf(ways[i % 3] ?? ''))
    const { 404: looked = 0, 429: refused = 0 } = tally(await Promise.all(asked))
    expect(looked + refused).toBe(130)
    expect(looked).toBeGreaterThanOrEqual(59)
    expect(refused).toBeGreaterThan(0)
  })

  test('an operator writes 120 times a minute', async () => {
    const cookie = await cookieOf(edge)
    // More than two minutes' worth, as above.
    const writes = await Promise.all(
      Array.from({ length: 260 }, async () => {
        const options = { method: 'POST', headers: { cookie } }
        return (await fetch(`${edge.url}/api/admin/users/${unknownId}/reset-token`, options)).status
      }),
    )
    const { 404: served = 0, 429: refused = 0 } = tally(writes)
    expect(served + refused).toBe(260)
    expect(served).toBeGreaterThanOrEqual(120)
    expect(refused).toBeGreaterThan(0)
    // Reads aren't limited.
    expect((await fetch(`${edge.url}/api/admin/users`, { headers: { cookie } })).status).toBe(200)
  })

  const signIn = (body: object, headers: Record<string, string> = {}) =>
    fetch(`${edge.url}/api/admin/login`, {
      method: 'POST',
      headers: { ...json, ...headers },
      body: JSON.stringify(body),
    })
  const from = (ip: string) => ({ 'cf-connecting-ip': ip })
  const wrong = { username: 'operator', password: 'a wrong password' }

  test('of 30 tries to sign in at once, ten reach the password; right ones count nothing', async () => {
    const known = (await signIn(edge.operator)).headers.getSetCookie().at(-1)?.split(';')[0] ?? ''
    const tries = await Promise.all(Array.from({ length: 30 }, () => statusOf('/api/admin/login', wrong)))
    expect(tally(tries)).toEqual({ 401: 10, 429: 20 })
    const refused = await signIn(edge.operator, { 'accept-language': 'en' })
    expect(refused.status).toBe(429)
    expect(((await refused.json()) as { message: string }).message).toContain('about 10 minutes')
    // Strangers lock out no one: neither a browser that has signed in here, nor the operator from elsewhere.
    expect((await signIn(edge.operator, { cookie: known })).status).toBe(200)
    const began = performance.now()
    expect((await signIn(edge.operator, from('192.0.2.7'))).status).toBe(200)
    expect(performance.now() - began).toBeGreaterThan(3_900)
    // Nor is the cookie a licence to guess.
    const guesses = []
    for (let i = 0; i < 11; i++) guesses.push((await signIn(wrong, { cookie: known })).status)
    expect(guesses).toEqual([...Array(10).fill(401), 429])
  }, 60_000)

  test('all addresses of one IPv6 line have ten tries together', async () => {
    const statuses = []
    for (let i = 0; i < 12; i++) {
      const body = { username: `stranger-${i}`, password: 'a wrong password' }
      statuses.push((await signIn(body, from(`2001:db8:0:9:${i}::${i}`))).status)
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
  })

  test('signing out ends the session, for every copy of its cookie', async () => {
    const [cookie = ''] = (await signIn(edge.operator, from('192.0.2.8'))).headers.getSetCookie()
    const headers = { cookie: cookie.split(';')[0] ?? '' }
    const me = async () => (await fetch(`${edge.url}/api/admin/me`, { headers })).status
    expect(await me()).toBe(200)
    await fetch(`${edge.url}/api/admin/logout`, { method: 'POST', headers })
    expect(await me()).toBe(401)
  })
})

describe('users that move', () => {
  let edge: Awaited<ReturnType<typeof testEdge>>
  beforeAll(async () => {
    edge = await testEdge()
  }, 180_000)
  afterAll(() => edge.close())

  const day = 86_400_000
  const at = (ms: number) => new Date(ms).toISOString()
  const moving = async (id: string, username: string, token: string): Promise<MovedUser> => {
    const now = Date.now()
    return {
      id,
      username,
      note: "it's\r\nhere'); drop table user; --",
      expires_at: at(now + 5 * day),
      token_hash: await tokenHash(token),
      created_at: at(now),
      records: [
        {
          id: id.replace(/^01/, '02'),
          change_days: 5,
          reason: '续费\n"now"',
          internal_note: '',
          expire_before: null,
          expire_after: at(now + 5 * day),
          operator: null,
          created_at: at(now),
        },
      ],
    }
  }
  const fileOf = async (...users: MovedUser[]) => {
    const lines = await Array.fromAsync(linesOf(eachOf(users)))
    const file = join(edge.folder, 'users.jsonl')
    await writeFile(file, lines.join(''))
    return file
  }
  async function* eachOf<T>(items: readonly T[]) {
    yield* items
  }

  test('come out as they went in, once, and their links work', async () => {
    const token = newToken()
    const user = await moving('019a0000-0000-7000-8000-000000000001', '搬家', token)
    const file = await fileOf(user)
    expect(await importUsers(edge, file)).toEqual({ read: 1, refused: [] })
    expect(await importUsers(edge, file)).toEqual({ read: 1, refused: [] })
    expect(await Array.fromAsync(usersIn(await exportUsers(edge)))).toEqual([user])
    const { data } = await (await fetch(`${edge.url}/api/status/${token}`)).json() as any // prettier-ignore
    expect(data).toMatchObject({ username: '搬家', days_left: 5, history: [{ reason: '续费\n"now"' }] })
  })

  test('come with all records when somebody else has the name', async () => {
    const file = await fileOf(
      await moving('019a0000-0000-7000-8000-000000000002', 'taken', newToken()),
      await moving('019a0000-0000-7000-8000-000000000003', 'TAKEN', newToken()),
    )
    expect(await importUsers(edge, file)).toEqual({ read: 2, refused: [] })
    const users = await Array.fromAsync(usersIn(await exportUsers(edge)))
    expect(users.filter(({ username }) => /taken/i.test(username))).toMatchObject([
      { records: [{}] },
      { records: [{}] },
    ])
  })

  test('keep a name that is no longer allowed', async () => {
    const user = await moving('019a0000-0000-7000-8000-000000000004', 'Li \u202eimdA', newToken())
    expect(await importUsers(edge, await fileOf(user))).toEqual({ read: 1, refused: [] })
    expect(await Array.fromAsync(usersIn(await exportUsers(edge)))).toContainEqual(user)
  })

  test('are refused with the line that is not one', async () => {
    await writeFile(join(edge.folder, 'bad.jsonl'), '{"format":"lessor-status","version":1}\n{}\n')
    await expect(importUsers(edge, join(edge.folder, 'bad.jsonl'))).rejects.toThrow('Line 2')
  })
})
