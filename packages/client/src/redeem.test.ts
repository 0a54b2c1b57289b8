import { expect, test } from 'vitest'
import { refuse, setUp, until } from './test-client.ts'

const keysOf = (heard: readonly { headers: Readonly<Record<string, unknown>> }[]) =>
  heard.map(({ headers }) => headers['idempotency-key'])

test('a code becomes a level as soon as a signed answer confirms it', async () => {
  const { client, server, clock, heardAt } = await setUp()
  const session = await client.login('a', 'b')
  const expiresAt = new Date(clock.now() + 30 * 86_400_000)
  Object.assign(server.state, { level: 1, expiresAt })
  expect(await session.redeem('VIP-AAAA')).toEqual({ addedDays: 30, level: 1, vipLevel: 1, expiresAt })
  expect(session).toMatchObject({ level: 1, expiresAt })
  expect(heardAt('/api/recharge')).toMatchObject([
    { body: { card_code: 'VIP-AAAA' }, headers: { authorization: 'Bearer token-1' } },
  ])
})

test('each code has a key of its own', async () => {
  const { client, heardAt } = await setUp()
  const session = await client.login('a', 'b')
  await session.redeem('ONE')
  await session.redeem('ONE')
  await session.redeem('TWO')
  const keys = keysOf(heardAt('/api/recharge'))
  expect(new Set(keys).size).toBe(3)
  expect(keys[0]).toMatch(/^[\x21-\x7e]{8,200}$/)
})

test('a lost request is retried under the same key', async () => {
  const { client, server, clock, heardAt } = await setUp()
  const session = await client.login('a', 'b')
  let tries = 0
  server.answer('/api/recharge', () => {
    tries++
    if (tries < 4)
      return tries === 1 ? { status: 500, code: 'internal' } : { status: 502, raw: 'Bad Gateway' }
    return { data: { vip_level: 1, vip_expires_at: null, added_days: 30, level: 1 } }
  })
  const redeemed = session.redeem('CODE')
  for (const pause of [1_000, 1_500, 2_500]) {
    await until(() => clock.waits.length === 2)
    expect(clock.waits[0]).toBe(pause)
    clock.advance(pause)
  }
  expect(await redeemed).toMatchObject({ addedDays: 30 })
  const keys = keysOf(heardAt('/api/recharge'))
  expect(keys).toHaveLength(4)
  expect(new Set(keys).size).toBe(1)
})

test('a person who tries again after an outage asks about the same redemption', async () => {
  const { client, server, clock, heardAt } = await setUp()
  const session = await client.login('a', 'b')
  server.answer('/api/recharge', refuse(503, 'unavailable', { 'retry-after': '5' }))
  const failed = session.redeem('CODE').catch((error: unknown) => error)
  for (let i = 0; i < 3; i++) {
    await until(() => clock.waits.length === 2)
    expect(clock.waits[0]).toBeGreaterThanOrEqual(6_000)
    clock.advance(clock.waits[0] ?? 0)
  }
  expect(await failed).toMatchObject({ code: 'unavailable', retryAfterMs: 5_000 })
  server.answer('/api/recharge', undefined)
  await session.redeem('CODE')
  await session.redeem('CODE')
  const keys = keysOf(heardAt('/api/recharge'))
  expect(keys).toHaveLength(6)
  expect(new Set(keys.slice(0, 5)).size).toBe(1)
  expect(keys[5]).not.toBe(keys[0])
})

test.each([
  [404, 'code_unknown'],
  [409, 'code_used'],
  [409, 'code_expired'],
  [409, 'code_revoked'],
  [429, 'rate_limited'],
])('a refusal (%i %s) is reported at once, and not retried', async (status, code) => {
  const { client, server, heardAt } = await setUp()
  const session = await client.login('a', 'b')
  server.answer('/api/recharge', refuse(status, code, status === 429 ? { 'retry-after': '30' } : {}))
  await expect(session.redeem('CODE')).rejects.toMatchObject({ code, status, message: `text of ${code}` })
  expect(heardAt('/api/recharge')).toHaveLength(1)
  expect(session.ended).toBeUndefined()
})

test('a code that is refused because another device signed in ends the session', async () => {
  const { client, server } = await setUp()
  const session = await client.login('a', 'b')
  server.answer('/api/recharge', refuse(401, 'session_replaced'))
  await expect(session.redeem('CODE')).rejects.toMatchObject({ code: 'session_replaced' })
  expect(session.ended).toBe('session_replaced')
})
