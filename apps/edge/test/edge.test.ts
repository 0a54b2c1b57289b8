import { statusContract } from '@lessor/status/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testEdge } from '../../../tools/edge/testing.ts'

statusContract('the edge', () => testEdge({ LIMITS: 'off' }))

describe('the limits of the edge', () => {
  let edge: Awaited<ReturnType<typeof testEdge>>
  beforeAll(async () => {
    edge = await testEdge()
  }, 180_000)
  afterAll(() => edge.close())

  const statusOf = async (path: string, body?: object) => {
    const options = body && { method: 'POST', body: JSON.stringify(body) }
    return (await fetch(edge.url + path, options)).status
  }
  const tally = (statuses: readonly number[]) =>
    Object.fromEntries([...Map.groupBy(statuses, String)].map(([status, all]) => [status, all.length]))

  test('links are counted by address: 60 a minute, by path and by query together', async () => {
    const asked = Array.from({ length: 70 }, (_, i) => statusOf(i % 2 ? '/api/status/y' : '/api/status?t=y'))
    const { 404: looked = 0, 429: refused = 0 } = tally(await Promise.all(asked))
    expect(looked + refused).toBe(70)
    // One was asked when the Worker started; a minute may end meanwhile.
    expect(looked).toBeGreaterThanOrEqual(59)
    expect(refused).toBeGreaterThan(0)
  })

  test('of 30 tries to sign in at once, ten reach the password', async () => {
    const body = { username: 'operator', password: 'a wrong password' }
    const tries = await Promise.all(Array.from({ length: 30 }, () => statusOf('/api/admin/login', body)))
    expect(tally(tries)).toEqual({ 401: 10, 429: 20 })
    expect(await statusOf('/api/admin/login', edge.operator)).toBe(429)
  })
})
