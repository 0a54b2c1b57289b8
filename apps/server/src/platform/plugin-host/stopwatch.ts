import { limits } from './wire.ts'

export type Stopwatch = ReturnType<typeof stopwatch>

/** Counts the processor time of this thread while it runs; `turn` is called each time that it starts or pauses. */
export function stopwatch(turn: () => void) {
  let used = 0
  let since: number | undefined
  const now = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  return {
    reset: () => {
      used = 0
    },
    resume: () => {
      since = now()
      turn()
    },
    pause: () => {
      if (since === undefined) return
      used += now() - since
      since = undefined
      turn()
    },
    isOver: () => used + (since === undefined ? 0 : now() - since) > limits.cpuMs,
  }
}
