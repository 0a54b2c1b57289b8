import { setTimeout as sleep } from 'node:timers/promises'
import { randomInt } from 'node:crypto'
import { settle, type LoadOptions } from '../client.ts'
import { emptyLedger, type Ledger } from '../ledger.ts'
import { register } from '../steps.ts'
import { emptyBook, type Book } from './book.ts'
import type { Shop } from './shop.ts'
import { expected, type Buyer, type Step } from './buyer.ts'

export interface MoneyLoadOptions extends LoadOptions {
  readonly shop: Shop
  /** Chooses what a client does next. */
  readonly next: () => Step
  /** Between two steps of a client, in the mean. */
  readonly pauseMs: number
}

export interface MoneyLoad {
  readonly ledger: Ledger
  readonly book: Book
  /** Sends until `until`; resolves when everything that was ever sent has been answered. */
  run(until: AbortSignal): Promise<void>
}

/** Clients that buy, pay, cancel and are refunded, and write down each answer. */
export function openMoneyLoad({ shop, next, pauseMs, clients, ...options }: MoneyLoadOptions): MoneyLoad {
  const [ledger, book] = [emptyLedger(), emptyBook()]
  const work = async (until: AbortSignal) => {
    const client: Buyer = {
      ...options,
      clients,
      ledger,
      book,
      shop,
      cookie: shop.cookie,
      unused: [],
      own: [],
    }
    await register(client)
    const beating = beatOn(client, until)
    while (!until.aborted) {
      await next()(client)
      if (pauseMs > 0) await sleep(randomInt(2 * pauseMs))
    }
    await beating
  }
  // A client that got an impossible answer can't continue.
  const guarded = (until: AbortSignal) =>
    work(until).catch((error: unknown) => void ledger.wrong.push(`a client gave up: ${String(error)}`))
  return {
    ...{ ledger, book },
    run: async (until) => void (await Promise.all(Array.from({ length: clients }, () => guarded(until)))),
  }
}

/** As often as a device must, each of a client's customers says that it is there. */
async function beatOn(client: Buyer, until: AbortSignal): Promise<void> {
  for (;;) {
    await sleep(20_000, undefined, { signal: until }).catch(() => undefined)
    for (const { sessionToken } of [...client.own]) {
      if (until.aborted) return
      const answer = await settle(client, 'POST /api/heartbeat', { body: { session_token: sessionToken } })
      // It may have signed in again meanwhile.
      if (expected(client, 'beat', answer, 0, 'session_replaced')) client.ledger.heartbeats++
    }
    if (until.aborted) return
  }
}
