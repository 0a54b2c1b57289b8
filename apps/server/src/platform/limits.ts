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
  /** Reads by one signed-in actor. */
  read: { points: 1200, seconds: 60 },
  /** Writes by one signed-in actor. */
  write: { points: 120, seconds: 60 },
} satisfies Record<string, Limit>

export type LimitName = keyof typeof limits

export interface Limits {
  /** Counts one try of `key` and throws `rate_limited` when it is one too many. */
  count(name: LimitName, key: string): void | Promise<void>
}

export interface LimitsOptions {
  readonly enabled: boolean
  /** Replaces the table's numbers, for a large NAT or a load test. */
  readonly overrides: Partial<Record<LimitName, Limit>>
}

/** Counts in this process: by key, from its first try on for as long as the limit says. */
export function limitsInProcess({ enabled, overrides }: LimitsOptions): Limits {
  if (!enabled) return { count: () => undefined }
  const wanted: Record<LimitName, Limit> = { ...limits, ...overrides }
  const names = Object.keys(limits) as LimitName[]
  const counters = new Map(names.map((name) => [name, openCounter(wanted[name])]))
  return { count: (name, key) => counters.get(name)?.(key) }
}

interface Window {
  left: number
  readonly endsAt: number
}

// More keys than this are looked through for windows that are over.
const fewKeys = 1_000

function openCounter({ points, seconds }: Limit): (key: string) => void {
  const windows = new Map<string, Window>()
  let many = fewKeys
  const begin = (key: string, now: number) => {
    windows.set(key, { left: points - 1, endsAt: now + seconds * 1000 })
    if (windows.size <= many) return
    for (const [old, { endsAt }] of windows) if (endsAt <= now) windows.delete(old)
    // Next when there are twice as many, so that looking costs a try next to nothing.
    many = Math.max(fewKeys, windows.size * 2)
  }
  return (key) => {
    const now = performance.now()
    const window = windows.get(key)
    if (!window || window.endsAt <= now) return begin(key, now)
    if (window.left > 0) return void window.left--
    const retryAfterS = Math.max(1, Math.ceil((window.endsAt - now) / 1000))
    throw rateLimited({ params: { seconds: retryAfterS }, retryAfterS })
  }
}
