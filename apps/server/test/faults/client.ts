import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { call, type Answer, type CallOptions } from '../calls.ts'
import type { Customer, Ledger } from './ledger.ts'

export interface LoadOptions {
  /** Where the servers are that live now; each request goes to any of them. */
  readonly urls: () => readonly string[]
  readonly clients: number
  /** Whether new accounts have an address, to which a code is mailed. */
  readonly mail?: boolean
}

/** One of the clients of a load: it does one thing after the other, with customers of its own. */
export interface Client extends LoadOptions {
  readonly ledger: Ledger
  /** The owner's. */
  readonly cookie: string
  readonly unused: { level: number; days: number; code: string }[]
  readonly own: Customer[]
}

export interface Settled extends Answer {
  /** How long the try took that was answered. */
  readonly tookMs: number
}

/** Sends until somebody says what became of it. */
export async function settle(client: Client, at: string, options: CallOptions): Promise<Settled> {
  const { ledger } = client
  for (let tries = 1; ; tries++) {
    const began = performance.now()
    const answer = await attempt(client, oneOf(client.urls()), at, options)
    if (answer && (answer.status !== 503 || answer.code === 'gateway_unavailable')) {
      if (answer.status >= 500 && answer.status !== 503)
        ledger.wrong.push(`${at}: ${answer.status}, request ${answer.requestId}`)
      if (tries > 1) ledger.resolved++
      return { ...answer, tookMs: performance.now() - began }
    }
    ledger.unknown++
    await sleep(40 + randomInt(40))
  }
}

/** How the ledger counts what no server answered. */
export const cutOff = 'cut off'

/** What a server answers; undefined when it doesn't. */
export async function attempt(client: Client, url: string, at: string, options: CallOptions) {
  const answer = await call({ url }, at, options).catch(() => undefined)
  tally(client.ledger, answer ? `${answer.status} ${answer.code}` : cutOff)
  return answer
}

const tally = ({ answers }: Ledger, name: string) => void answers.set(name, (answers.get(name) ?? 0) + 1)

/** Any of them. */
export function oneOf<T>(list: readonly T[]): T {
  const one = list[randomInt(list.length)]
  if (one === undefined) throw new Error('There is nothing to choose from')
  return one
}
