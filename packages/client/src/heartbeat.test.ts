import { setImmediate as settled } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { LessorError } from './errors.ts'
import { startHeartbeat } from './heartbeat.ts'
import { testClock } from './test-clock.ts'

const minuteMs = 60_000
const intervalMs = 10 * minuteMs
const clients = 300

/** Three hundred clients that signed in at one moment; `sent` holds when each heartbeat came. */
function crowd() {
  const clock = testClock()
  const startMs = clock.now()
  const server = { isAway: false }
  const sent: number[] = []
  const send = async () => {
    sent.push(clock.now() - startMs)
    if (server.isAway) throw new LessorError('unreachable', 'away')
    return intervalMs
  }
  const options = { intervalMs, send, onOutcome: () => {}, clock, random: Math.random }
  for (let i = 0; i < clients; i++) startHeartbeat(options)
  const passTo = async (ms: number) => {
    while ((clock.waits[0] ?? Infinity) <= startMs + ms - clock.now()) {
      clock.advance(clock.waits[0] ?? 0)
      await settled()
    }
    clock.advance(startMs + ms - clock.now())
  }
  const mostIn = (windowMs: number, fromMs: number, toMs: number) => {
    const window = (ms: number) => Math.floor(ms / windowMs)
    const counts = Map.groupBy(
      sent.filter((ms) => ms >= fromMs && ms < toMs),
      window,
    )
    return Math.max(...[...counts.values()].map(({ length }) => length))
  }
  return { server, sent, passTo, mostIn }
}

test('clients that signed in at one moment are spread over minutes by their first heartbeat', async () => {
  const { sent, passTo, mostIn } = crowd()
  await passTo(9 * minuteMs - 1)
  expect(sent).toEqual([])
  await passTo(11 * minuteMs)
  expect(sent).toHaveLength(clients)
  expect(mostIn(10_000, 0, 11 * minuteMs)).toBeLessThan(clients / 6)
})

test('an hour of outage ends without a storm: no client hurries, and no second has a heap of heartbeats', async () => {
  const { server, sent, passTo, mostIn } = crowd()
  await passTo(30 * minuteMs)
  server.isAway = true
  await passTo(90 * minuteMs)
  server.isAway = false
  const before = sent.length
  await passTo(100 * minuteMs)
  expect(sent.length - before).toBeLessThanOrEqual(1.1 * clients)
  expect(mostIn(1_000, 90 * minuteMs, 100 * minuteMs)).toBeLessThan(12)
})

test('while the server is away a client asks it less than three times in an interval', async () => {
  const { server, sent, passTo } = crowd()
  await passTo(30 * minuteMs)
  server.isAway = true
  await passTo(60 * minuteMs)
  const before = sent.length
  await passTo(70 * minuteMs)
  expect(sent.length - before).toBeLessThan(3 * clients)
})
