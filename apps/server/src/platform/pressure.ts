import type { Gate } from './http/gate.ts'

export interface Pressure {
  /** 1 when the queue is empty, up to 4 when it is long: how much longer clients should stay away. */
  now(): number
  stop(): void
}

const everyMs = 250
// Rises within a second and falls within a minute, so that clients aren't called back all together.
const rise = 0.3
const fall = 0.01

/** Watches how many requests wait in line, compared with those that are at work. */
export function watchPressure(gate: Gate): Pressure {
  let level = 1
  const timer = setInterval(() => {
    const wanted = 1 + Math.min(3, gate.waiting / Math.max(1, gate.busy))
    level += (wanted - level) * (wanted > level ? rise : fall)
    // A line that is gone leaves no trace for ever.
    if (wanted === 1 && level < 1.02) level = 1
  }, everyMs)
  timer.unref()
  return { now: () => level, stop: () => clearInterval(timer) }
}
