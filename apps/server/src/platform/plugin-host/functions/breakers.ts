import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen } from 'cockatiel'
import { HostRefusal, RemoteFailed } from '../host.ts'

/** A remote host, as Health shows it. */
export interface RemoteHost {
  readonly host: string
  /** `open`: it failed so often that it is left alone; `half_open`: one call may try it. */
  readonly state: 'closed' | 'open' | 'half_open'
  readonly changedAt: Date
}

export interface Breakers {
  /** Does what calls a host, unless it has failed too often just now. What the host's answer is doesn't matter here. */
  through<T>(host: string, work: () => Promise<T>): Promise<T>
  /** Those called since the process began, the one that changed last first. */
  list(): RemoteHost[]
}

const failuresInRow = 5
const openMs = 30_000
const keptAtMost = 1_000

const states = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half_open',
  [CircuitState.Isolated]: 'open',
} as const

/** One breaker for each remote host, whichever plugin calls it. */
export function openBreakers(waitMs = openMs): Breakers {
  const breakers = new Map<string, ReturnType<typeof breakerOf>>()
  const of = (host: string) => {
    const known = breakers.get(host)
    if (known) return known
    const [oldest] = breakers.keys()
    if (breakers.size >= keptAtMost && oldest !== undefined) breakers.delete(oldest)
    const made = breakerOf(waitMs)
    breakers.set(host, made)
    return made
  }
  return {
    through: async (host, work) => {
      try {
        return await of(host).policy.execute(work)
      } catch (error) {
        if (error instanceof BrokenCircuitError)
          throw new HostRefusal(
            `${host} failed ${failuresInRow} times in a row; it is left alone for a while.`,
          )
        throw error
      }
    },
    list: () =>
      [...breakers]
        .map(([host, { policy, changed }]) => ({
          host,
          state: states[policy.state],
          changedAt: changed.at,
        }))
        .toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime()),
  }
}

function breakerOf(waitMs: number) {
  const policy = circuitBreaker(
    // What we refused ourselves says nothing of the host.
    handleWhen((error) => error instanceof RemoteFailed),
    { halfOpenAfter: waitMs, breaker: new ConsecutiveBreaker(failuresInRow) },
  )
  const changed = { at: new Date() }
  policy.onStateChange(() => (changed.at = new Date()))
  return { policy, changed }
}
