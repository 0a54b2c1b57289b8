import { startChild } from './child.ts'

/** Requests for a server on this machine. Without `seconds` each is sent once, otherwise they go round until time is up. */
export interface Load {
  readonly port: number
  readonly connections: number
  /** Whole requests, as they go over the wire. */
  readonly requests: readonly string[]
  readonly seconds?: number
  /** Sent on time whatever the answers take; absent: the next as soon as the last is answered. */
  readonly perSecond?: number
  /** Polls instead of sleeping: waking a sleeper costs whoever answers it, more the less it is asked. */
  readonly restless?: boolean
}

export interface Outcome {
  readonly count: number
  readonly seconds: number
  readonly perSecond: number
  readonly statuses: Readonly<Record<number, number>>
  /** Milliseconds from when a request was due to the end of its answer. */
  readonly ms: { readonly p50: number; readonly p99: number; readonly max: number }
}

export interface Generator {
  /** Throws when any answer was not 200: what fails is fast, and would flatter. */
  load(load: Load): Promise<Outcome>
  [Symbol.asyncDispose](): Promise<void>
}

/** A process that makes load. */
export function startGenerator(): Generator {
  const child = startChild<Load, Outcome>(new URL('generator.ts', import.meta.url))
  return {
    load: async (load) => {
      const outcome = await child.ask(load)
      const wrong = Object.entries(outcome.statuses).filter(([status]) => status !== '200')
      if (wrong.length > 0) throw new Error(`Not all answers were 200: ${JSON.stringify(outcome.statuses)}`)
      return outcome
    },
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  }
}

export interface Wire {
  /** `POST /api/heartbeat` */
  readonly at: string
  readonly body?: unknown
  readonly token?: string
  readonly cookie?: string
  /** Idempotency-Key */
  readonly key?: string
}

/** A request as a client writes it to its connection. */
export function wire({ at, body, token, cookie, key }: Wire): string {
  const text = body === undefined ? '' : JSON.stringify(body)
  const lines = [
    `${at} HTTP/1.1`,
    'host: localhost',
    'user-agent: lessor-bench',
    'accept: application/json',
    token && `authorization: Bearer ${token}`,
    cookie && `cookie: ${cookie}`,
    key && `idempotency-key: ${key}`,
    body !== undefined && `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}`,
  ]
  return `${lines.filter(Boolean).join('\r\n')}\r\n\r\n${text}`
}
