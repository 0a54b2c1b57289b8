import { wholeDays } from '@lessor/kit'
import type { PictureSpan } from './picture-strip.tsx'

/** A level and how long it is held: never one level with the end of another. */
export interface LevelHeld {
  readonly level: number
  /** A begun one counts whole. */
  readonly days: number
  readonly endsAt: string
}

/** The levels that are held from now on, one after the other. */
export const levelsHeld = (spans: readonly PictureSpan[], now = new Date()): LevelHeld[] =>
  spans
    .filter(({ ends_at: end }) => new Date(end) > now)
    .map(({ level, starts_at: start, ends_at: endsAt }) => ({
      level,
      days: wholeDays(Date.parse(endsAt) - Math.max(Date.parse(start), now.getTime())),
      endsAt,
    }))
