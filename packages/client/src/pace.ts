/** Answers a number from 0 up to 1, as Math.random does. */
export type Random = () => number

const dayMs = 86_400_000
const leastMs = 1_000

/** An interval that can be waited for, whatever a server says: a second to a day (a timer past 24 days fires at once). */
export const soundInterval = (ms: number): number => Math.min(Math.max(ms, leastMs), dayMs)

/** The pause until the next heartbeat in ms: the interval give or take a tenth, so that clients drift apart. */
export const beatDelay = (intervalMs: number, random: Random): number => intervalMs * (0.9 + 0.2 * random())

export interface Failed {
  /** Failures in a row, from 1. */
  readonly failures: number
  /** The widest first pause in ms; it doubles with each failure. */
  readonly baseMs: number
  /** The widest pause of all, in ms. */
  readonly capMs: number
  /** How long the server asked clients to wait, in ms. */
  readonly retryAfterMs?: number | undefined
  readonly random: Random
}

/**
 * The pause before the next try in ms. Full jitter (anywhere from a second to the doubling limit) spreads those who failed
 * together; a wish of the server comes on top, so that no client is back earlier, and not all at once.
 */
export function retryDelay({ failures, baseMs, capMs, retryAfterMs = 0, random }: Failed): number {
  const widestMs = Math.min(capMs, baseMs * 2 ** (failures - 1))
  return Math.min(retryAfterMs, dayMs) + leastMs + random() * Math.max(0, widestMs - leastMs)
}
