import { unavailable } from '../refusals.ts'

/** A number of places; who finds none waits in line, and is sent away when the line is too long or too slow. */
export interface Gate {
  /** Takes a place: at once (undefined) or when the promise resolves. */
  enter(): Promise<void> | undefined
  leave(): void
  readonly busy: number
  readonly waiting: number
}

export interface GateOptions {
  readonly places: number
  readonly line: number
  readonly patienceMs: number
}

interface Waiter {
  readonly since: number
  readonly enter: () => void
  readonly refuse: (error: Error) => void
}

export function openGate({ places, line, patienceMs }: GateOptions): Gate {
  const waiters: Waiter[] = []
  let busy = 0
  // One timer for the whole line: waiters are in order of arrival, so the first is always the oldest. It keeps no process
  // alive: a line that is empty by then needs none.
  let timer: NodeJS.Timeout | undefined
  const sweep = () => {
    const oldest = performance.now() - patienceMs
    while (waiters[0] && waiters[0].since <= oldest) waiters.shift()?.refuse(unavailable({ retryAfterS: 1 }))
    timer = waiters[0] && setTimeout(sweep, Math.max(1, waiters[0].since - oldest)).unref()
  }
  return {
    enter: () => {
      if (busy < places) {
        busy++
        return undefined
      }
      if (waiters.length >= line) throw unavailable({ retryAfterS: 1 })
      timer ??= setTimeout(sweep, patienceMs).unref()
      return new Promise((enter, refuse) => waiters.push({ since: performance.now(), enter, refuse }))
    },
    leave: () => {
      const next = waiters.shift()
      if (next) next.enter()
      else busy--
    },
    get busy() {
      return busy
    },
    get waiting() {
      return waiters.length
    },
  }
}

/** One request's place at a gate. */
export interface Place {
  take(): Promise<void> | undefined
  /** Gives the place to the next while it works elsewhere, and takes one again. */
  outside<T>(work: () => Promise<T>): Promise<T>
  leave(): void
}

export function placeAt(gate: Gate): Place {
  let isIn = false
  const take = (): Promise<void> | undefined => {
    const turn = gate.enter()
    if (turn) return turn.then(() => void (isIn = true))
    isIn = true
    return undefined
  }
  const leave = () => {
    if (isIn) gate.leave()
    isIn = false
  }
  return {
    take,
    leave,
    outside: async (work) => {
      leave()
      try {
        return await work()
      } finally {
        await take()
      }
    },
  }
}
