import {
  addTime,
  DAY_MS,
  expiresAt,
  levelAt,
  nextChangeAt,
  parseTimeline,
  takeTime,
  type SpanJson,
  type Timeline,
} from '@lessor/kit'

/** What an account holds now. */
export interface LeaseView {
  readonly level: number
  readonly expiresAt: Date | null
  readonly timeline: Timeline
}

export interface Change {
  readonly before: LeaseView
  readonly after: LeaseView
  readonly nextChangeAt: Date | null
  /** What was really added, or taken (negative): taking stops at now. */
  readonly changeMs: number
}

const empty: Timeline = []

export const viewOf = (timeline: Timeline, now: Date): LeaseView => ({
  level: levelAt(timeline, now),
  expiresAt: expiresAt(timeline, now),
  timeline: timeline.filter((span) => span.endsAt > now),
})

export const viewOfJson = (json: SpanJson[] | undefined, now: Date): LeaseView =>
  viewOf(json ? parseTimeline(json) : empty, now)

/** When the last time that was held ends, or ended: what is taken back ends now. Null when none ever was. */
export const lastEnd = (after: LeaseView, endBefore: Date | null, now: Date): Date | null =>
  after.expiresAt ?? (endBefore && endBefore > now ? now : endBefore)

/** Adds days of a level, or takes days back (from the lowest level first, never below now). */
export function change(json: SpanJson[] | undefined, now: Date, level: number, days: number): Change {
  const timeline = json ? parseTimeline(json) : empty
  const { timeline: next, changeMs } =
    days > 0
      ? { timeline: addTime(timeline, now, level, days * DAY_MS), changeMs: days * DAY_MS }
      : taken(timeline, now, -days)
  return {
    before: viewOf(timeline, now),
    after: viewOf(next, now),
    nextChangeAt: nextChangeAt(next, now),
    changeMs,
  }
}

function taken(timeline: Timeline, now: Date, days: number) {
  const { timeline: next, takenMs } = takeTime(timeline, now, days * DAY_MS)
  return { timeline: next, changeMs: -takenMs }
}
