import { expect, test } from 'vitest'
import { LessorError } from './errors.ts'
import { listen, refuse, setUp, until } from './test-client.ts'
import type { Answer } from './test-stand-in.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const inDays = (days: number) => new Date(Date.UTC(2026, 6, 1, 4) + days * dayMs)

test('a login asks as the wire says, and holds what the signed answer says', async () => {
  const { client, server } = await setUp()
  Object.assign(server.state, { level: 2, expiresAt: inDays(30) })
  const session = await client.login('张三', 'a long password')
  expect(server.heard).toHaveLength(1)
  expect(server.heard[0]).toMatchObject({
    path: '/api/auth/login',
    headers: { 'accept-language': 'en', 'content-type': 'application/json' },
    body: { username: '张三', password: 'a long password', hardware_code: 'HW-1', software_version: '1.0.0' },
  })
  expect(server.heard[0]?.body['nonce']).toMatch(/^[\w-]{22}$/)
  expect(session).toMatchObject({ level: 2, expiresAt: inDays(30), online: true, user: { username: '张三' } })
  expect(session.ended).toBeUndefined()
})

test('a level in the clear is worth nothing: only the signed one counts', async () => {
  const { client, server } = await setUp()
  const claimed = { vip_level: 9, vip_expires_at: '2099-01-01T00:00:00Z' }
  server.answer('/api/auth/login', (heard) => {
    const user = { id: 'account-1', username: 'a' }
    return { data: { token: 't', session_token: 's', ...server.alive(heard), ...claimed, user } }
  })
  server.answer('/api/recharge', () => ({ data: { ...claimed, added_days: 9, level: 9 } }))
  const session = await client.login('a', 'b')
  expect(session.level).toBe(0)
  expect(await session.redeem('CODE')).toMatchObject({ vipLevel: 9 })
  expect(session).toMatchObject({ level: 0, expiresAt: null })
})

test('heartbeats keep the interval that the server named last', async () => {
  const { client, server, clock, nextBeat, beats } = await setUp({ status: () => ({ mood: 'fine' }) })
  await client.login('a', 'b')
  expect(clock.waits).toEqual([10 * minuteMs])
  server.state.intervalS = 1_800
  await nextBeat()
  expect(clock.waits).toEqual([30 * minuteMs])
  expect(beats()[0]?.body).toEqual({
    session_token: 'secret-1',
    status: { mood: 'fine' },
    nonce: expect.stringMatching(/^[\w-]{22}$/) as string,
  })
  await nextBeat()
  expect(beats()).toHaveLength(2)
  expect(beats()[0]?.body['nonce']).not.toBe(beats()[1]?.body['nonce'])
})

const failures: [what: string, answer: Answer, code: string][] = [
  ['503', refuse(503, 'unavailable'), 'unavailable'],
  ['500', refuse(500, 'internal'), 'internal'],
  ['429', refuse(429, 'rate_limited'), 'rate_limited'],
  ["a proxy's page", () => ({ status: 502, raw: '<h1>Bad Gateway</h1>' }), 'bad_answer'],
  ["a hotel's sign-in page", () => ({ raw: '<form>' }), 'bad_answer'],
  ['JSON of something else', () => ({ raw: '[1]' }), 'bad_answer'],
  ['an answer without its fields', () => ({ data: {} }), 'bad_answer'],
]
test.each(failures)(
  'after %s the client backs off, keeps its level, and says so once',
  async (_what, answer, code) => {
    const { client, server, clock, nextBeat } = await setUp()
    Object.assign(server.state, { level: 1, expiresAt: inDays(30) })
    const session = await client.login('a', 'b')
    const events = listen(session)
    server.answer('/api/heartbeat', answer)
    const pauses: number[] = []
    for (let i = 0; i < 5; i++) {
      await nextBeat()
      pauses.push(clock.waits[0] ?? 0)
    }
    expect(pauses).toEqual([1_500, 2_500, 4_500, 8_500, 16_500])
    expect(session).toMatchObject({ level: 1, online: false, ended: undefined })
    expect(events.offline.map(({ error }) => error.code)).toEqual([code])

    server.answer('/api/heartbeat', undefined)
    await nextBeat()
    expect(session.online).toBe(true)
    expect(events).toMatchObject({ online: [{}], untrusted: [], ended: [] })
    expect(clock.waits[0]).toBe(10 * minuteMs)
  },
)

test('an answer that does not come is waited for no longer than was said', async () => {
  const { client, server } = await setUp({ timeoutMs: 500 })
  const session = await client.login('a', 'b')
  server.answer('/api/heartbeat', () => new Promise(() => {}))
  await expect(session.heartbeat()).rejects.toMatchObject({ code: 'unreachable', status: 0 })
  expect(session).toMatchObject({ online: false, ended: undefined })
})

test('a server that can not be reached at all is retried, never more often than once in an interval at last', async () => {
  const { client, clock, nextBeat } = await setUp({
    random: () => 1,
    fetch: (url, init) =>
      typeof url === 'string' && url.endsWith('/api/heartbeat')
        ? Promise.reject(new TypeError('no network'))
        : fetch(url, init),
  })
  const session = await client.login('a', 'b')
  const pauses: number[] = []
  for (let i = 0; i < 12; i++) {
    await nextBeat()
    pauses.push((clock.waits[0] ?? 0) / 1000)
  }
  expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600])
  expect(session.ended).toBeUndefined()
})

test.each([
  ['seconds', () => '120'],
  ['a date', (nowMs: number) => new Date(nowMs + 120_000).toUTCString()],
])('Retry-After in %s is respected', async (_unit, value) => {
  const { client, server, clock, nextBeat } = await setUp()
  await client.login('a', 'b')
  server.answer('/api/heartbeat', () => ({
    status: 503,
    code: 'unavailable',
    headers: { 'retry-after': value(clock.now()) },
  }))
  await nextBeat()
  expect(clock.waits).toEqual([120_000 + 1_500])
})

test.each([
  [401, 'session_replaced', 'session_replaced'],
  [401, 'session_expired', 'session_expired'],
  [401, 'session_ended', 'session_ended'],
  [401, 'unauthenticated', 'session_expired'],
  [403, 'account_disabled', 'account_disabled'],
])('a heartbeat answered %i %s ends the session, once and for all', async (status, code, reason) => {
  const { client, server, clock, beats } = await setUp()
  Object.assign(server.state, { level: 1, expiresAt: inDays(30) })
  const session = await client.login('a', 'b')
  const events = listen(session)
  server.answer('/api/heartbeat', refuse(status, code))
  clock.advance(10 * minuteMs)
  await until(() => session.ended !== undefined)
  expect(session).toMatchObject({ ended: reason, level: 0, expiresAt: null })
  await expect(session.heartbeat()).rejects.toMatchObject({ code: reason, status: 401 })
  await expect(session.redeem('CODE')).rejects.toMatchObject({ code: reason })
  session.stop()
  await session.logout()
  clock.advance(7 * dayMs)
  expect(clock.waits).toEqual([])
  expect(beats()).toHaveLength(1)
  expect(events).toMatchObject({ ended: [{ reason }], offline: [], lease: [] })
})

test('a level that is no longer confirmed lapses when the answer is over', async () => {
  const { client, server, clock } = await setUp({ random: () => 1 })
  Object.assign(server.state, { level: 3, expiresAt: inDays(30) })
  const session = await client.login('a', 'b')
  const events = listen(session)
  server.answer('/api/heartbeat', refuse(503, 'unavailable', { 'retry-after': '86400' }))
  const { planned } = clock
  clock.advance(11 * minuteMs)
  await until(() => clock.planned > planned)
  clock.advance(10 * minuteMs - 1)
  expect(session).toMatchObject({ level: 3, online: false })
  clock.advance(1)
  expect(session).toMatchObject({ level: 0, expiresAt: null, ended: undefined })
  await until(() => events.lease.length > 0)
  expect(events.lease).toMatchObject([{ level: 0 }])
})

test('a level ends at its second, heartbeat or not', async () => {
  const { client, server, clock } = await setUp()
  Object.assign(server.state, { level: 1, expiresAt: new Date(clock.now() + 5_000) })
  const session = await client.login('a', 'b')
  const events = listen(session)
  clock.advance(4_999)
  expect(session.level).toBe(1)
  clock.advance(1)
  expect(session.level).toBe(0)
  await until(() => events.lease.length > 0)
  expect(events.lease).toMatchObject([{ level: 0, expiresAt: null }])
})

test('a level is 0 from its end on, and the lower one that follows is fetched before anything is reported', async () => {
  const { client, server, clock } = await setUp()
  const levelEndsAt = new Date(clock.now() + 5_000)
  Object.assign(server.state, { level: 10, levelEndsAt, expiresAt: inDays(30) })
  const session = await client.login('a', 'b')
  expect(session.validUntil).toEqual(levelEndsAt)
  const events = listen(session)
  Object.assign(server.state, { level: 1, levelEndsAt: null })
  clock.advance(4_999)
  expect(session.level).toBe(10)
  clock.advance(1)
  expect(session.level).toBe(0)
  await until(() => events.lease.length > 0)
  expect(events.lease).toMatchObject([{ level: 1, expiresAt: inDays(30) }])
})

test('a renewed access token takes the place of the old one', async () => {
  const { client, server, heardAt } = await setUp()
  const session = await client.login('a', 'b')
  server.answer('/api/heartbeat', (heard) => ({ data: { ...server.alive(heard), token: 'token-2' } }))
  await session.heartbeat()
  await session.profile()
  expect(heardAt('/api/users/me')[0]?.headers.authorization).toBe('Bearer token-2')
})

test('logging out ends the session here even when the server does not hear of it', async () => {
  const { client, server, clock, heardAt } = await setUp()
  const session = await client.login('a', 'b')
  const events = listen(session)
  server.answer('/api/auth/logout', refuse(503, 'unavailable'))
  await expect(session.logout()).rejects.toMatchObject({ code: 'unavailable' })
  expect(session.ended).toBe('logged_out')
  expect(heardAt('/api/auth/logout')[0]?.headers.authorization).toBe('Bearer token-1')
  expect(events.ended).toEqual([{ reason: 'logged_out' }])
  expect(clock.waits).toEqual([])
})

test('an answer that comes after the end changes nothing', async () => {
  const { client, server, clock, beats } = await setUp()
  const session = await client.login('a', 'b')
  const events = listen(session)
  const held = Promise.withResolvers<void>()
  server.answer('/api/heartbeat', async (heard) => {
    await held.promise
    return { data: { ...server.alive(heard) } }
  })
  const beat = session.heartbeat()
  await until(() => beats().length === 1)
  session.stop()
  Object.assign(server.state, { level: 5, expiresAt: inDays(1) })
  held.resolve()
  await expect(beat).rejects.toMatchObject({ code: 'stopped' })
  expect(session.level).toBe(0)
  expect(clock.waits).toEqual([])
  expect(events).toMatchObject({ ended: [{ reason: 'stopped' }], verified: [], offline: [], online: [] })
})

test('heartbeats never overlap, and those requested meanwhile are one', async () => {
  const { client, server, beats } = await setUp()
  const session = await client.login('a', 'b')
  let underWay = 0
  let most = 0
  server.answer('/api/heartbeat', async (heard) => {
    most = Math.max(most, ++underWay)
    await new Promise((resolve) => setTimeout(resolve, 20))
    underWay--
    return { data: server.alive(heard) }
  })
  const first = session.heartbeat()
  await until(() => underWay === 1)
  await Promise.all([first, session.heartbeat(), session.heartbeat(), session.heartbeat()])
  expect(beats()).toHaveLength(2)
  expect(most).toBe(1)
})

test('registering makes an account, with an address or without', async () => {
  const { client, heardAt } = await setUp()
  const password = 'a long password'
  expect(await client.register({ username: '李四', password })).toEqual({ id: 'account-1', username: '李四' })
  await client.register({ username: '李四', password, email: 'li@example.com' })
  expect(heardAt('/api/auth/register').map(({ body }) => body)).toEqual([
    { username: '李四', password },
    { username: '李四', password, email: 'li@example.com' },
  ])
})

test('a refusal carries the server’s message and every field error', async () => {
  const { client, server } = await setUp()
  const errors = [{ path: 'username', message: 'taken or strange' }]
  const envelope = {
    code: 'validation_failed',
    message: 'Some fields are invalid.',
    data: null,
    requestId: 'r-1',
    errors,
  }
  server.answer('/api/auth/register', () => ({ status: 400, raw: JSON.stringify(envelope) }))
  const refused = client.register({ username: '<b>', password: 'x' })
  await expect(refused).rejects.toBeInstanceOf(LessorError)
  await expect(refused).rejects.toMatchObject({
    code: 'validation_failed',
    message: 'Some fields are invalid.',
    status: 400,
    requestId: 'r-1',
    problems: errors,
  })
})

test('no password follows a redirect', async () => {
  const { client, server } = await setUp()
  server.answer('/api/auth/login', () => ({ status: 307, raw: '', headers: { location: '/elsewhere' } }))
  await expect(client.login('a', 'secret')).rejects.toMatchObject({ code: 'unreachable' })
  expect(server.heard.map(({ path }) => path)).toEqual(['/api/auth/login'])
})

test('the profile is read as the wire says it', async () => {
  const { client, server } = await setUp()
  const session = await client.login('a', 'b')
  server.answer('/api/users/me', () => ({
    data: {
      id: 'account-1',
      username: 'a',
      email: 'a@example.com',
      vip_level: 2,
      vip_expires_at: '2026-08-01T00:00:00.000Z',
      timeline: [{ level: 2, starts_at: '2026-07-01T00:00:00.000Z', ends_at: '2026-08-01T00:00:00.000Z' }],
    },
  }))
  expect(await session.profile()).toEqual({
    id: 'account-1',
    username: 'a',
    email: 'a@example.com',
    vipLevel: 2,
    expiresAt: new Date('2026-08-01T00:00:00Z'),
    timeline: [
      { level: 2, startsAt: new Date('2026-07-01T00:00:00Z'), endsAt: new Date('2026-08-01T00:00:00Z') },
    ],
  })
})
