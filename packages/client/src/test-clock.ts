import type { Clock } from './clock.ts'

export interface TestClock extends Clock {
  /** Moves on, and runs what is due on the way. */
  advance(ms: number): void
  /** How long each planned run is still away, in ms, nearest first. */
  readonly waits: readonly number[]
  /** How many runs were ever planned. */
  readonly planned: number
}

/** A clock that stands still. */
export function testClock(startMs = Date.UTC(2026, 6, 1, 4)): TestClock {
  let nowMs = startMs
  let planned = 0
  let plans: readonly { readonly atMs: number; readonly run: () => void }[] = []
  return {
    now: () => nowMs,
    after: (ms, run) => {
      planned++
      const plan = { atMs: nowMs + ms, run }
      plans = [...plans, plan].sort((one, other) => one.atMs - other.atMs)
      return () => void (plans = plans.filter((other) => other !== plan))
    },
    advance: (ms) => {
      const endMs = nowMs + ms
      for (let next = plans[0]; next && next.atMs <= endMs; next = plans[0]) {
        plans = plans.slice(1)
        nowMs = next.atMs
        next.run()
      }
      nowMs = endMs
    },
    get planned() {
      return planned
    },
    get waits() {
      return plans.map(({ atMs }) => atMs - nowMs)
    },
  }
}
