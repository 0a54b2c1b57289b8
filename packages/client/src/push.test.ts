import { expect, test } from 'vitest'
import { listen, refuse, setUp, until } from './test-client.ts'

/** Signed in, with an open WebSocket. */
async function connected(options: Parameters<typeof setUp>[0] = {}) {
  const all = await setUp({ WebSocket, ...options })
  const session = await all.client.login('a', 'b')
  await until(() => all.server.sockets.heard.length === 1)
  return { ...all, session, events: listen(session) }
}

test('the first message is the access token', async () => {
  const { server } = await connected()
  expect(server.sockets.heard).toEqual([{ type: 'auth', token: 'token-1' }])
})

test.each([
  ['replaced', 'session_replaced'],
  ['timeout', 'session_expired'],
  ['password_changed', 'session_expired'],
  ['ended_by_staff', 'session_ended'],
  ['account_disabled', 'account_disabled'],
  ['session_replaced', 'session_replaced'],
  ['a reason of a later server', 'session_expired'],
])('an end (%s) is heard at once, and once', async (reason, expected) => {
  const all = await connected()
  all.server.sockets.say({ type: 'session.ended', reason })
  all.server.sockets.say({ type: 'session.ended', reason })
  await until(() => all.session.ended !== undefined)
  await until(() => all.server.sockets.open.size === 0)
  expect(all.session).toMatchObject({ ended: expected, level: 0 })
  expect(all.events.ended).toEqual([{ reason: expected }])
  expect(all.clock.waits).toEqual([])
  expect(all.beats()).toEqual([])
})

test('a change of the lease is heard at once, and believed as soon as it is signed', async () => {
  const { server, clock, session, events, beats } = await connected()
  Object.assign(server.state, { level: 2, expiresAt: new Date(clock.now() + 86_400_000) })
  server.sockets.say({ type: 'lease.changed', vip_level: 9, vip_expires_at: '2099-01-01T00:00:00Z' })
  await until(() => events.lease.length > 0)
  expect(session.level).toBe(2)
  expect(events.lease).toMatchObject([{ level: 2 }])
  expect(beats()).toHaveLength(1)
})

test('unknown messages change nothing', async () => {
  const { server, clock, session, events } = await connected()
  server.sockets.say({ type: 'ready' })
  server.sockets.say({ type: 'from the future', level: 9 })
  server.sockets.say({})
  Object.assign(server.state, { level: 1, expiresAt: new Date(clock.now() + 86_400_000) })
  server.sockets.say({ type: 'lease.changed' })
  await until(() => events.lease.length > 0)
  expect(session).toMatchObject({ level: 1, ended: undefined })
})

test('a broken connection comes back after a pause that grows, with the token of the moment', async () => {
  const { server, clock, session, events } = await connected()
  server.answer('/api/heartbeat', (heard) => ({ data: { ...server.alive(heard), token: 'token-2' } }))
  await session.heartbeat()
  for (const pause of [5_500, 10_500, 20_500]) {
    const heard = server.sockets.heard.length
    server.sockets.cut()
    await until(() => clock.waits.length === 2)
    expect(clock.waits[0]).toBe(pause)
    clock.advance(pause)
    await until(() => server.sockets.heard.length > heard)
  }
  expect(server.sockets.heard.at(-1)).toEqual({ type: 'auth', token: 'token-2' })
  expect(session).toMatchObject({ online: true, ended: undefined })
  expect(events).toMatchObject({ offline: [], ended: [] })
})

test('a connection that lasted is no reason for a longer pause', async () => {
  const { server, clock } = await connected()
  for (let i = 0; i < 3; i++) {
    const heard = server.sockets.heard.length
    clock.advance(31_000)
    server.sockets.cut()
    await until(() => clock.waits.length === 2)
    expect(clock.waits[0]).toBe(5_500)
    clock.advance(5_500)
    await until(() => server.sockets.heard.length > heard)
  }
})

test('a token that the server does not take makes the client ask why at once', async () => {
  const { server, session } = await connected()
  server.answer('/api/heartbeat', refuse(401, 'session_replaced'))
  server.sockets.hangUp(4401)
  await until(() => session.ended !== undefined)
  expect(session.ended).toBe('session_replaced')
})

test('without WebSocket the heartbeats alone carry the news', async () => {
  const { client, server, clock, nextBeat } = await setUp()
  const session = await client.login('a', 'b')
  const events = listen(session)
  Object.assign(server.state, { level: 1, expiresAt: new Date(clock.now() + 86_400_000) })
  await nextBeat()
  expect(events.lease).toMatchObject([{ level: 1 }])
  expect(server.sockets.heard).toEqual([])
})
