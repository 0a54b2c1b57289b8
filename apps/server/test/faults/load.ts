import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { call, cookieOf, type Answer, type CallOptions } from '../calls.ts'
import { emptyLedger, type Customer, type Ledger } from './ledger.ts'
import { ownerPassword } from './server-process.ts'
import { nextStep, register } from './steps.ts'

export interface LoadOptions {
  /** Where the servers are that live now; each request goes to any of them. */
  readonly urls: () => readonly string[]
  readonly clients: number
  /** Whether new accounts have an address, to which a code is mailed. */
  readonly mail?: boolean
}

export interface Load {
  readonly ledger: Ledger
  /** Sends until `until`; resolves when everything that was ever sent has been answered. */
  run(until: AbortSignal): Promise<void>
}

/** One of the clients: it does one thing after the other, with customers of its own. */
export interface Client extends LoadOptions {
  readonly ledger: Ledger
  /** The owner's. */
  readonly cookie: string
  readonly unused: { level: number; days: number; code: string }[]
  readonly own: Customer[]
}

/** Clients that register, sign in, redeem, are granted days and beat, and keep a ledger of what they were told. */
export async function openLoad(options: LoadOptions): Promise<Load> {
  const ledger = emptyLedger()
  const body = { username: 'owner', password: ownerPassword }
  const cookie = cookieOf(await call({ url: oneOf(options.urls()) }, 'POST /api/admin/login', { body }))
  const work = async (until: AbortSignal) => {
    const client: Client = { ...options, ledger, cookie, unused: [], own: [] }
    await register(client)
    while (!until.aborted) await nextStep()(client)
  }
  // A client that was told what should never be said has nothing to go on with.
  const guarded = (until: AbortSignal) =>
    work(until).catch((error: unknown) => void ledger.wrong.push(`a client gave up: ${String(error)}`))
  const all = (until: AbortSignal) =>
    Promise.all(Array.from({ length: options.clients }, () => guarded(until)))
  return { ledger, run: async (until) => void (await all(until)) }
}

/** Sends until somebody says what became of it. */
export async function settle(client: Client, at: string, options: CallOptions): Promise<Answer> {
  const { ledger } = client
  for (let tries = 1; ; tries++) {
    const answer = await attempt(client, oneOf(client.urls()), at, options)
    if (answer && answer.status !== 503) {
      if (answer.status >= 500) ledger.wrong.push(`${at}: ${answer.status}, request ${answer.requestId}`)
      if (tries > 1) ledger.resolved++
      return answer
    }
    ledger.unknown++
    await sleep(40 + randomInt(40))
  }
}

/** What a server answers; undefined when it doesn't. */
export async function attempt(client: Client, url: string, at: string, options: CallOptions) {
  const answer = await call({ url }, at, options).catch(() => undefined)
  if (answer) tally(client.ledger, `${answer.status} ${answer.code}`)
  return answer
}

/** Any of them. */
export function oneOf<T>(list: readonly T[]): T {
  const one = list[randomInt(list.length)]
  if (one === undefined) throw new Error('There is nothing to choose from')
  return one
}

const tally = ({ answers }: Ledger, name: string) => void answers.set(name, (answers.get(name) ?? 0) + 1)
