import type { Clock } from './clock.ts'
import { LessorError } from './errors.ts'
import { beatDelay, retryDelay, soundInterval, type Random } from './pace.ts'

const firstRetryMs = 2_000

export interface HeartbeatOptions {
  readonly intervalMs: number
  /** Sends one and answers the interval from then on in ms; throws LessorError. */
  readonly send: () => Promise<number>
  /** Hears of each outcome: undefined when it was answered. */
  readonly onOutcome: (error: LessorError | undefined) => void
  readonly clock: Clock
  readonly random: Random
}

export interface Heartbeat {
  /** Sends one now, after the one under way, and answers what went wrong; the next is planned from there. */
  now(): Promise<LessorError | undefined>
  stop(): void
}

/** Beats at the server's interval, and backs off while there is no answer; never two at once. */
export function startHeartbeat(options: HeartbeatOptions): Heartbeat {
  const { send, onOutcome, clock, random } = options
  let intervalMs = soundInterval(options.intervalMs)
  let failures = 0
  let stopped = false
  let cancel = () => {}

  const plan = (ms: number) => {
    cancel()
    if (!stopped) cancel = clock.after(ms, () => void beat())
  }
  const attempt = async (): Promise<LessorError | undefined> => {
    try {
      intervalMs = soundInterval(await send())
      return undefined
    } catch (error) {
      if (error instanceof LessorError) return error
      throw error
    }
  }
  const beat = oneAtATime(async () => {
    const error = await attempt()
    failures = error ? failures + 1 : 0
    if (!stopped) onOutcome(error)
    const { retryAfterMs } = error ?? {}
    const retry = { failures, baseMs: firstRetryMs, capMs: intervalMs, retryAfterMs, random }
    plan(error ? retryDelay(retry) : beatDelay(intervalMs, random))
    return error
  })

  plan(beatDelay(intervalMs, random))
  return {
    now: beat,
    stop: () => {
      stopped = true
      cancel()
    },
  }
}

/** Runs the task after the run under way; calls while one waits share that one. */
function oneAtATime<T>(task: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve()
  let waiting: Promise<T> | undefined
  return () => {
    waiting ??= running.then(() => {
      waiting = undefined
      const run = task()
      running = run.catch(() => undefined) // the caller of the run gets the error
      return run
    })
    return waiting
  }
}
