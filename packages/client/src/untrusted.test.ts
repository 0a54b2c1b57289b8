import { expect, test } from 'vitest'
import { createClient } from './client.ts'
import { listen, setUp, until } from './test-client.ts'
import { newSigner } from './test-signer.ts'
import type { StandIn } from './test-stand-in.ts'

const dayMs = 86_400_000
const everything = (server: StandIn) => ({ lvl: 9, vexp: server.claims('').iat + 1_000_000 })

type Heartbeat = { readonly body: Readonly<Record<string, unknown>> }
type Lie = [what: string, signed: (server: StandIn, heard: Heartbeat) => string, doubt: string]
const other = newSigner()
const lies: Lie[] = [
  ['a key of its own', (server, { body }) => other.sign({ ...server.claims(body['nonce']), ...everything(server) }), 'bad_signature'],
  ['an unknown key', (server, { body }) => other.sign(server.claims(body['nonce']), { kid: 'two' }), 'unknown_key'],
  ['no signature', (server, { body }) => server.sign(server.claims(body['nonce']), { alg: 'none' }).replace(/[^.]+$/, ''), 'malformed'],
  ['an answer recorded earlier', (server) => server.sign({ ...server.claims('nonce-of-yesterday'), ...everything(server) }), 'replayed'],
  ['an answer of another installation', (server, { body }) => server.sign({ ...server.claims(body['nonce']), aud: 'elsewhere' }), 'wrong_audience'],
  ['an answer to another device', (server, { body }) => server.sign({ ...server.claims(body['nonce']), hw: 'HW-2' }), 'wrong_hardware'],
  ['an answer to another session', (server, { body }) => server.sign({ ...server.claims(body['nonce']), sid: 'session-2' }), 'wrong_session'],
  ['an answer that is over', (server, { body }) => server.sign({ ...server.claims(body['nonce']), exp: 1_000_000 }), 'expired'],
  ['nothing that is signed', () => 'VIP 9, I swear', 'malformed'],
] // prettier-ignore

test.each(lies)('a faked server with %s grants nothing', async (_what, signed, doubt) => {
  const { client, server, clock, nextBeat } = await setUp()
  Object.assign(server.state, { level: 1, expiresAt: new Date(clock.now() + 30 * dayMs) })
  const session = await client.login('a', 'b')
  const events = listen(session)
  const honest = session.signed
  server.answer('/api/heartbeat', (heard) => ({
    data: { ...server.alive(heard), signed: signed(server, heard) },
  }))
  await nextBeat()
  expect(session).toMatchObject({ level: 1, online: false, signed: honest })
  expect(events).toMatchObject({
    untrusted: [{ doubt }],
    offline: [{ error: { code: 'untrusted', doubt } }],
    verified: [],
  })
  await expect(session.heartbeat()).rejects.toMatchObject({ code: 'untrusted', doubt })

  clock.advance(22 * 60_000)
  expect(session.level).toBe(0)
  await until(() => events.lease.length > 0)
  expect(events.lease).toMatchObject([{ level: 0 }])

  server.answer('/api/heartbeat', undefined)
  await session.heartbeat()
  expect(session).toMatchObject({ level: 1, online: true })
})

test('a faked server signs no one in', async () => {
  const { client, server } = await setUp()
  const user = { id: 'account-1', username: 'a' }
  server.answer('/api/auth/login', (heard) => {
    const signed = other.sign({ ...server.claims(heard.body['nonce']), ...everything(server) })
    return { data: { token: 't', session_token: 's', ...server.alive(heard), signed, user } }
  })
  await expect(client.login('a', 'b')).rejects.toMatchObject({ code: 'untrusted', doubt: 'bad_signature' })
  expect(server.sockets.open.size).toBe(0)
})

test('a clock here that is wrong is called by its name', async () => {
  const { client, server, clock } = await setUp()
  server.answer('/api/auth/login', (heard) => {
    const hoursAgo = server.claims(heard.body['nonce']).iat - 28_800
    const signed = server.sign({
      ...server.claims(heard.body['nonce']),
      iat: hoursAgo,
      exp: hoursAgo + 1_200,
    })
    return {
      data: {
        token: 't',
        session_token: 's',
        ...server.alive(heard),
        signed,
        user: { id: '1', username: 'a' },
      },
    }
  })
  await expect(client.login('a', 'b')).rejects.toMatchObject({ doubt: 'expired', message: /clock is wrong/ })
  expect(clock.waits).toEqual([])
})

test('the last answer opens the program without network, for two intervals and on this device only', async () => {
  const { client, server, clock } = await setUp()
  const expiresAt = new Date(clock.now() + 30 * dayMs)
  Object.assign(server.state, { level: 2, expiresAt })
  const session = await client.login('a', 'b')
  await session.heartbeat()
  session.stop()
  const { signed } = session
  const offline = {
    baseUrl: 'http://127.0.0.1:9',
    softwareVersion: '1.0.0',
    keys: server.keys,
    clock,
    fetch: () => Promise.reject(new TypeError('no network')),
  }
  const here = createClient({ ...offline, hardwareCode: 'HW-1' })
  const there = createClient({ ...offline, hardwareCode: 'HW-2' })
  const validUntil = new Date(clock.now() + 1_260_000)
  expect(await here.verifyOffline(signed)).toEqual({
    ok: true,
    accountId: 'account-1',
    level: 2,
    expiresAt,
    validUntil,
  })
  expect(await there.verifyOffline(signed)).toEqual({ ok: false, doubt: 'wrong_hardware' })
  clock.advance(1_260_000)
  expect(await here.verifyOffline(signed)).toMatchObject({ ok: true, level: 0 })
  clock.advance(1_000)
  expect(await here.verifyOffline(signed)).toEqual({ ok: false, doubt: 'expired' })
  await expect(here.login('a', 'b')).rejects.toMatchObject({ code: 'unreachable' })
})

test('turning the clock back does not bring an old answer to life', async () => {
  const { client, server, clock } = await setUp()
  const session = await client.login('a', 'b')
  session.stop()
  const now = clock.now()
  const dayBefore = createClient({
    baseUrl: server.url,
    hardwareCode: 'HW-1',
    softwareVersion: '1.0.0',
    keys: server.keys,
    clock: { ...clock, now: () => now - dayMs },
  })
  expect(await dayBefore.verifyOffline(session.signed)).toEqual({ ok: false, doubt: 'not_yet_valid' })
})

test('keys that are not built in are fetched once, and given for pinning', async () => {
  const { server, clock, heardAt } = await setUp()
  const client = createClient({
    baseUrl: `${server.url}/`,
    hardwareCode: 'HW-1',
    softwareVersion: '1.0.0',
    clock,
    WebSocket: null,
  })
  await client.login('a', 'b')
  await client.login('a', 'b')
  expect(await client.keys()).toEqual(server.keys)
  expect(heardAt('/.well-known/lessor/keys.json')).toHaveLength(1)
})

test('keys that can not be fetched are fetched again at the next login', async () => {
  const { server, clock, heardAt } = await setUp()
  const options = { baseUrl: server.url, hardwareCode: 'HW-1', softwareVersion: '1', clock, WebSocket: null }
  const client = createClient(options)
  server.answer('/.well-known/lessor/keys.json', () => ({ status: 503, code: 'unavailable' }))
  await expect(client.login('a', 'b')).rejects.toMatchObject({ code: 'unavailable' })
  server.answer('/.well-known/lessor/keys.json', undefined)
  const session = await client.login('a', 'b')
  expect(session.ended).toBeUndefined()
  expect(heardAt('/.well-known/lessor/keys.json')).toHaveLength(2)
})
