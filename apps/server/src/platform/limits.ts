import { networkOf, waitText } from '@lessor/kit'
import { rateLimited } from './refusals.ts'

/** How often something may be done: `points` per `seconds`. */
export interface Limit {
  readonly points: number
  readonly seconds: number
  readonly by: 'address' | 'actor' | 'mailbox' | 'session'
}

/** Ordinary limits, by name: every try counts, in the memory of each process. `guessLimits` (below) are kept in the database. */
export const limits = {
  /** Any unauthenticated route that has no limit of its own. */
  open: { points: 300, seconds: 60, by: 'address' },
  /**
   * Requests whose proof was refused: a cookie, an access token, a session token, a sign-in. A right one passes, however
   * many wrong ones came from its address.
   */
  refused: { points: 300, seconds: 60, by: 'address' },
  /** WebSocket handshakes that show no access token yet. */
  socket: { points: 300, seconds: 60, by: 'address' },
  /** WebSocket handshakes with an access token. */
  socketOfSession: { points: 60, seconds: 60, by: 'session' },
  /** Files of the pages, of which a first view takes about twenty, and addresses that lead nowhere. */
  page: { points: 3000, seconds: 60, by: 'address' },
  /** By session, so that no neighbour behind the same address can use it up. */
  heartbeat: { points: 120, seconds: 60, by: 'session' },
  register: { points: 10, seconds: 600, by: 'address' },
  /** Requests for a mail. */
  mail: { points: 5, seconds: 600, by: 'address' },
  /** Status links, right or wrong: room for a household that reloads. */
  statusLink: { points: 60, seconds: 60, by: 'address' },
  /** CSV exports. */
  export: { points: 20, seconds: 60, by: 'actor' },
  read: { points: 1200, seconds: 60, by: 'actor' },
  write: { points: 120, seconds: 60, by: 'actor' },
} satisfies Record<string, Limit>

export type LimitName = keyof typeof limits

/** How many failed guesses at a secret are allowed per `seconds`, over all processes and restarts. */
export interface GuessLimit {
  readonly seconds: number
  /** From here on the address is refused. */
  readonly byAddress?: number
  /** From here on this name is refused from this address. */
  readonly byPair?: number
  /** From here on the name is refused; `slows`: it only waits, or a stranger could keep its owner out. */
  readonly byName?: number | 'slows'
  /** Random secrets on busy routes: what the database counts is known from each failure, and not read before a try. */
  readonly learned?: true
}

/** Every secret that can be guessed; several ways to one secret share one name. Only failures count. */
export const guessLimits = {
  staffSignIn: { seconds: 600, byAddress: 10, byName: 'slows' },
  customerSignIn: { seconds: 300, byAddress: 30, byName: 'slows' },
  /** The password again, of somebody who is signed in. */
  ownPassword: { seconds: 600, byPair: 10, byName: 'slows' },
  /** Codes of an authenticator; by name, because only who knows the password gets here. */
  secondFactor: { seconds: 600, byName: 10 },
  /** Codes worth time; the name is the signed-in account. */
  code: { seconds: 60, byAddress: 60, byName: 20, learned: true },
  /** Codes of coupons, which are short; the name is the signed-in account. */
  coupon: { seconds: 60, byAddress: 60, byName: 20, learned: true },
  /** Each mailed code also ends after its own few tries. */
  mailedCode: { seconds: 60, byAddress: 20 },
  statusLink: { seconds: 60, byAddress: 60, learned: true },
} satisfies Record<string, GuessLimit>

export type GuessName = keyof typeof guessLimits

/** What the configuration may replace. */
export type LimitOverrides = Partial<Record<LimitName | GuessName, { points: number; seconds: number }>>

export interface Limits {
  /** Counts one try of `key` and throws `rate_limited` when it is one too many. Addresses count by `networkOf`. */
  count(name: LimitName, key: string): Promise<void>
}

export interface LimitsOptions {
  readonly enabled: boolean
  /** Replaces the table's numbers, for a large NAT or a load test. */
  readonly overrides: LimitOverrides
}

/** Counts in this process. */
export function limitsInProcess({ enabled, overrides }: LimitsOptions): Limits {
  if (!enabled) return { count: async () => undefined }
  const counters = new Map(
    (Object.keys(limits) as LimitName[]).map((name) => [name, counterOf(overrides[name] ?? limits[name])]),
  )
  return {
    count: async (name, key) => {
      const waitMs = counters.get(name)?.(networkOf(key), Date.now()) ?? 0
      if (waitMs > 0) throw tooMany(waitMs)
    },
  }
}

/** The refusal of who should come back after `waitMs`. */
export function tooMany(waitMs: number) {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return rateLimited({ params: { wait: waitText(seconds) }, retryAfterS: seconds })
}

// About 100 bytes each. Over that the oldest is forgotten: an attacker with that many networks needs no second try from one.
const capacity = 50_000

/** Counts tries by key in windows that begin with a key's first try; answers how long a try too many has to wait, or 0. */
function counterOf({ points, seconds }: Pick<Limit, 'points' | 'seconds'>) {
  const windows = new Map<string, { tries: number; readonly endsAt: number }>()
  return (key: string, now: number): number => {
    const window = windows.get(key)
    if (window && window.endsAt > now) return ++window.tries > points ? window.endsAt - now : 0
    windows.delete(key)
    // In order of their ends, because all windows are equally long.
    for (const [oldest, { endsAt }] of windows) {
      if (endsAt > now && windows.size < capacity) break
      windows.delete(oldest)
    }
    windows.set(key, { tries: 1, endsAt: now + seconds * 1000 })
    return 0
  }
}
