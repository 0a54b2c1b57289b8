import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface Pressure {
  /** 1 when there is time for everything, up to 4 when requests wait: how much longer clients should stay away. */
  now(): number
  stop(): void
}

// A main thread that is late by this much is no longer keeping up; each as much again counts once more.
const lateMs = 40
const everyMs = 1_000

/** Watches how late the main thread is, second by second. */
export function watchPressure(): Pressure {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  let level = 1
  const timer = setInterval(() => {
    const p90Ms = delay.percentile(90) / 1e6
    delay.reset()
    const wanted = 1 + Math.max(0, p90Ms - 10) / lateMs
    // Rises at once and falls slowly, so that clients aren't called back all together.
    level = Math.min(4, wanted > level ? wanted : level * 0.9 + wanted * 0.1)
  }, everyMs)
  timer.unref()
  return {
    now: () => level,
    stop: () => {
      clearInterval(timer)
      delay.disable()
    },
  }
}
