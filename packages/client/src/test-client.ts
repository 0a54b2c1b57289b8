import { expect } from 'vitest'
import { createClient, type ClientOptions } from './client.ts'
import type { Session, SessionEvents } from './session.ts'
import { testClock } from './test-clock.ts'
import { openStandIn, type Answer } from './test-stand-in.ts'

/** Waits until it holds; a real network is in between, and nothing else. */
export async function until(holds: () => boolean): Promise<void> {
  await expect.poll(holds, { interval: 2, timeout: 5_000 }).toBe(true)
}

export const refuse = (
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): Answer => {
  return () => ({ status, code, headers })
}

/** A client of a stand-in, on a clock that stands still, in the middle of every random range, without WebSocket. */
export async function setUp(options: Partial<ClientOptions> = {}) {
  const clock = testClock()
  const server = await openStandIn(clock)
  const client = createClient({
    baseUrl: server.url,
    hardwareCode: 'HW-1',
    softwareVersion: '1.0.0',
    keys: server.keys,
    language: 'en',
    clock,
    random: () => 0.5,
    WebSocket: null,
    ...options,
  })
  /** Moves to what is planned next, a heartbeat, and waits until the one after it is planned. */
  const nextBeat = async () => {
    const { planned, waits } = clock
    clock.advance(Math.min(...waits))
    await until(() => clock.planned > planned)
  }
  const heardAt = (path: string) => server.heard.filter((heard) => heard.path === path)
  const beats = () => heardAt('/api/heartbeat')
  return { clock, server, client, nextBeat, heardAt, beats }
}

/** Everything that the session tells from now on. */
export function listen(session: Session) {
  const events: { [Name in keyof SessionEvents]: SessionEvents[Name][] } = {
    ended: [],
    lease: [],
    offline: [],
    online: [],
    untrusted: [],
    verified: [],
  }
  session.on('ended', (event) => events.ended.push(event))
  session.on('lease', (event) => events.lease.push(event))
  session.on('offline', (event) => events.offline.push(event))
  session.on('online', (event) => events.online.push(event))
  session.on('untrusted', (event) => events.untrusted.push(event))
  session.on('verified', (event) => events.verified.push(event))
  return events
}
