import type { Clock } from './clock.ts'
import { retryDelay, type Random } from './pace.ts'
import { isJson, type Json } from './fields.ts'

const firstRetryMs = 10_000
const steadyMs = 30_000
const unauthenticated = 4401

export interface PushOptions {
  readonly url: string
  /** The access token of the moment. */
  readonly token: () => string
  readonly heard: (message: Json) => void
  /** The server doesn't take the token. */
  readonly refused: () => void
  /** The widest pause between two tries, in ms. */
  readonly capMs: number
  readonly clock: Clock
  readonly random: Random
  readonly WebSocket: typeof WebSocket
}

/** Keeps a WebSocket to the server open, for news at once; while it can't, heartbeats alone bring them. */
export function openPush(options: PushOptions): { stop(): void } {
  const { url, token, heard, refused, capMs, clock, random } = options
  let failures = 0
  let stopped = false
  let cancel = () => {}
  let socket: WebSocket

  const connect = () => {
    const startedMs = clock.now()
    socket = new options.WebSocket(url)
    socket.onopen = () => socket.send(JSON.stringify({ type: 'auth', token: token() }))
    socket.onmessage = ({ data }) => {
      const message = parse(data)
      if (message && !stopped) heard(message)
    }
    socket.onclose = ({ code }) => {
      if (stopped) return
      if (code === unauthenticated) refused()
      // One that lasted was a good one: its end is no reason to think worse of the server.
      failures = clock.now() - startedMs > steadyMs ? 1 : failures + 1
      cancel = clock.after(retryDelay({ failures, baseMs: firstRetryMs, capMs, random }), connect)
    }
  }
  connect()
  return {
    stop: () => {
      stopped = true
      cancel()
      socket.close()
    },
  }
}

/** A message of a newer server that this client can't read is none. */
function parse(data: unknown): Json | undefined {
  try {
    const json: unknown = typeof data === 'string' ? JSON.parse(data) : undefined
    return isJson(json) ? json : undefined
  } catch {
    return undefined
  }
}
