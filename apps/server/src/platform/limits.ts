import { RateLimiterMemory } from 'rate-limiter-flexible'
import { rateLimited } from './refusals.ts'

/** How often something may be tried: `points` per `seconds`, counted by IP, by actor, or both. */
export interface Limit {
  readonly points: number
  readonly seconds: number
}

/** Every limit of the product, by name. Several paths to one secret share one name. */
export const limits = {
  /** Any unauthenticated route that has no limit of its own; by IP. */
  open: { points: 300, seconds: 60 },
  /** Files of the pages, of which a first view takes about twenty, and addresses that lead nowhere; by IP. */
  page: { points: 3000, seconds: 60 },
  /** Heartbeats of every client behind one IP: a thousand of them at the default interval use a sixth. */
  heartbeat: { points: 600, seconds: 60 },
  customerLogin: { points: 30, seconds: 60 },
  staffLogin: { points: 10, seconds: 600 },
  register: { points: 10, seconds: 600 },
  /** Every path on which a code could be guessed; by account, and by IP for who makes many accounts. */
  codeGuess: { points: 20, seconds: 60 },
  codeGuessByIp: { points: 60, seconds: 60 },
  /** Mails asked for, by mailbox and by IP. */
  mail: { points: 5, seconds: 600 },
  /** Status links, by IP: room for a household that reloads, none for a guesser. */
  statusLink: { points: 60, seconds: 60 },
  /** Whole lists and batches taken away as files, by one signed-in actor. */
  export: { points: 20, seconds: 60 },
  /** Reads by one signed-in actor. */
  read: { points: 1200, seconds: 60 },
  /** Writes by one signed-in actor. */
  write: { points: 120, seconds: 60 },
} satisfies Record<string, Limit>

export type LimitName = keyof typeof limits

export interface Limits {
  /** Counts one try of `key` and throws `rate_limited` when it is one too many. */
  count(name: LimitName, key: string): Promise<void>
}

export interface LimitsOptions {
  readonly enabled: boolean
  /** Replaces the table's numbers, for a large NAT or a load test. */
  readonly overrides: Partial<Record<LimitName, Limit>>
}

/** Counts in this process. */
export function limitsInProcess({ enabled, overrides }: LimitsOptions): Limits {
  if (!enabled) return { count: async () => undefined }
  const counters = new Map<LimitName, RateLimiterMemory>()
  for (const name of Object.keys(limits) as LimitName[]) {
    const { points, seconds } = overrides[name] ?? limits[name]
    counters.set(name, new RateLimiterMemory({ points, duration: seconds }))
  }
  return {
    count: async (name, key) => {
      try {
        await counters.get(name)?.consume(key)
      } catch (refused) {
        if (refused instanceof Error) throw refused
        const seconds = Math.max(1, Math.ceil((refused as { msBeforeNext: number }).msBeforeNext / 1000))
        throw rateLimited({ params: { seconds }, retryAfterS: seconds })
      }
    },
  }
}
