/** Where the time comes from; tests put their own in. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved. */
export interface ControlledClock extends Clock {
  advance(ms: number): void
  set(at: Date): void
}

export function controlledClock(start: Date): ControlledClock {
  let at = start.getTime()
  return {
    now: () => new Date(at),
    advance: (ms) => void (at += ms),
    set: (date) => void (at = date.getTime()),
  }
}
