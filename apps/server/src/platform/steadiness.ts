import { uptime } from 'node:os'
import type { Logger } from './log.ts'

/** Whether this process was there all the time, and whether its clock can be believed. */
export interface Steadiness {
  /** For how long heartbeats could be taken without a gap. */
  uninterruptedMs(): number
  /** Heartbeats can't be taken, or could not be. */
  interrupted(): void
  /** Holds the database's clock against this process's. */
  compare(databaseNow: Date): void
  /** Why nothing may be ended by the clock now; undefined when it can be believed. */
  doubt(): Doubt | undefined
}

/** The clock was set, or the database has another time. */
export type Doubt = 'clock_jumped' | 'clocks_differ'

/** Machine clocks: `steadyMs` goes on while the machine is suspended, and is never set. */
export interface Clocks {
  wallMs(): number
  steadyMs(): number
}

const machine: Clocks = { wallMs: () => Date.now(), steadyMs: () => uptime() * 1000 }

const gapMs = 2_000
const jumpMs = 5_000
const differMs = 30_000
// Who sets a clock right has had the time to do it; from then on the new time is the time.
const doubtMs = 3_600_000

/** Looks whenever it is asked, and with every beat of the signals (platform/signals), which come every second. */
export function openSteadiness(log: Logger, { wallMs, steadyMs }: Clocks = machine): Steadiness {
  let lookedAt = steadyMs()
  let since = lookedAt
  // What the wall clock is ahead of the steady one: as it was believed, and at the last look.
  let believed = wallMs() - lookedAt
  let offset = believed
  let jumpedAt: number | undefined
  let differs = false

  const interrupted = () => void (since = steadyMs())
  const noteJump = (now: number) => {
    const isBack = Math.abs(offset - believed) <= jumpMs
    jumpedAt = isBack ? undefined : now
    interrupted()
    log.warn(
      { byMs: Math.round(offset - believed) },
      isBack ? 'the clock is right again' : 'the clock was set',
    )
  }
  const look = () => {
    const now = steadyMs()
    if (now - lookedAt > gapMs) interrupted()
    lookedAt = now
    const before = offset
    offset = wallMs() - now
    if (Math.abs(offset - before) > jumpMs) noteJump(now)
    if (jumpedAt !== undefined && now - jumpedAt > doubtMs) jumpedAt = undefined
    // A clock that is slewed goes its way in small steps.
    if (jumpedAt === undefined) believed = offset
    return now
  }

  return {
    uninterruptedMs: () => look() - since,
    interrupted,
    compare: (databaseNow) => {
      look()
      const byMs = databaseNow.getTime() - wallMs()
      if (Math.abs(byMs) > differMs === differs) return
      differs = !differs
      interrupted()
      log.warn({ byMs }, differs ? 'the database has another time' : 'the database has the same time again')
    },
    doubt: () => {
      look()
      return jumpedAt !== undefined ? 'clock_jumped' : differs ? 'clocks_differ' : undefined
    },
  }
}
