import {
  expiresAt,
  levelAt,
  MINUTE_MS,
  movedBetween,
  nextChangeAt,
  parseTimeline,
  type Moved,
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
  /** What was really added to each level, or taken (negative): taking stops at now. */
  readonly moved: readonly Moved[]
  /** The same of all levels together. */
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

export const leaseStates = ['pending', 'active', 'ended', 'closed'] as const
export type LeaseState = (typeof leaseStates)[number]

/** Read from a lease's times, never stored: bought but not begun, running, over, or done with. */
export function stateOf(lease: Times, now: Date): LeaseState {
  if (lease.closedAt) return 'closed'
  if (!lease.expiresAt) return lease.startsAt ? 'ended' : 'pending'
  return lease.expiresAt > now ? 'active' : 'ended'
}

interface Times {
  readonly startsAt: Date | null
  readonly expiresAt: Date | null
  readonly closedAt: Date | null
}

/** What is done to a timeline; pure. */
export type Rule = (timeline: Timeline, now: Date) => Timeline

/** What a rule makes of a lease. */
export function change(json: SpanJson[] | undefined, now: Date, rule: Rule): Change {
  const timeline = json ? parseTimeline(json) : empty
  const next = rule(timeline, now)
  const moved = movedBetween(timeline, next, now)
  return {
    before: viewOf(timeline, now),
    after: viewOf(next, now),
    nextChangeAt: nextChangeAt(next, now),
    moved,
    changeMs: moved.reduce((sum, { ms }) => sum + ms, 0),
  }
}

const undoableMs = 10 * MINUTE_MS

/** Whether an entry may still be undone: a grant by hand that moved time lately; an undo written as a grant, as it was before, is none. */
export const isUndoable = (entry: Undoable, now: Date): boolean =>
  entry.source === 'grant' &&
  entry.sourceId === null &&
  (entry.moved ?? []).length > 0 &&
  now.getTime() - entry.createdAt.getTime() <= undoableMs

interface Undoable {
  readonly source: string
  readonly sourceId: string | null
  readonly moved: readonly Moved[] | null
  readonly createdAt: Date
}
