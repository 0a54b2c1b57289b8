import { parseTime, timeAt } from './time.ts'

/** A stretch of time at one level. Never empty; `level` is a whole number from 1, a higher one opens more. */
export interface Span {
  readonly level: number
  readonly startsAt: Date
  readonly endsAt: Date
}

/** Spans end to end, highest level first, each level once, laid from the moment of the last change. */
export type Timeline = readonly Span[]

/** A span on the wire and in the database; times in RFC 3339. */
export interface SpanJson {
  readonly level: number
  readonly starts_at: string
  readonly ends_at: string
}

/** Milliseconds left of each level that has any. */
export function remaining(timeline: Timeline, now: Date): Map<number, number> {
  // A timeline starts when it was laid, so an earlier `now` is a clock that lags: what the first span
  // then gains keeps its end where it is.
  const left = new Map<number, number>()
  let fromMs = now.getTime()
  for (const { level, endsAt } of runningSpans(timeline, now)) {
    left.set(level, endsAt.getTime() - fromMs)
    fromMs = endsAt.getTime()
  }
  return left
}

/**
 * Adds `ms` to what is left of the level and lays all levels again from now: no time of any level is lost.
 * With one level the end is exactly max(now, end) + ms. Throws TimeOutOfRangeError past the year 9999, RangeError
 * for a level or `ms` that is no whole number from 1.
 */
export function addTime(timeline: Timeline, now: Date, level: number, ms: number): Timeline {
  demandWhole('level', level)
  demandWhole('ms', ms)
  const left = remaining(timeline, now)
  return lay(left.set(level, (left.get(level) ?? 0) + ms), now)
}

/**
 * Takes up to `ms` from what is left: from the lowest level first, or of `level` alone where it is given. `takenMs` is what
 * there was to take.
 */
export function takeTime(
  timeline: Timeline,
  now: Date,
  ms: number,
  level?: number,
): { timeline: Timeline; takenMs: number } {
  demandWhole('ms', ms)
  const left = remaining(timeline, now)
  const levels = level === undefined ? [...left.keys()].reverse() : [level]
  let owedMs = ms
  for (const each of levels) {
    const leftMs = left.get(each) ?? 0
    const takenMs = Math.min(leftMs, owedMs)
    left.set(each, leftMs - takenMs)
    owedMs -= takenMs
  }
  return { timeline: lay(left, now), takenMs: ms - owedMs }
}

/** Time of one level that was added to a timeline, or taken (negative), in ms. */
export interface Moved {
  readonly level: number
  readonly ms: number
}

/** What a change did to the time that is left of each level. */
export function movedBetween(before: Timeline, after: Timeline, now: Date): Moved[] {
  const [had, has] = [remaining(before, now), remaining(after, now)]
  return [...new Set([...had.keys(), ...has.keys()])]
    .map((level) => ({ level, ms: (has.get(level) ?? 0) - (had.get(level) ?? 0) }))
    .filter(({ ms }) => ms !== 0)
}

/** Takes back what was moved, each level's own time: what was added goes as far as it is left, what was taken returns. */
export function moveBack(timeline: Timeline, now: Date, moved: readonly Moved[]): Timeline {
  const left = remaining(timeline, now)
  for (const { level, ms } of moved) left.set(level, Math.max(0, (left.get(level) ?? 0) - ms))
  return lay(left, now)
}

/** The level held now; 0 when none is. */
export function levelAt(timeline: Timeline, now: Date): number {
  return runningSpans(timeline, now)[0]?.level ?? 0
}

/** When the last level ends; null when it has ended or nothing was ever held. */
export function expiresAt(timeline: Timeline, now: Date): Date | null {
  return runningSpans(timeline, now).at(-1)?.endsAt ?? null
}

/** When the level held now ends, and a lower one or none begins; null when nothing runs. */
export function nextChangeAt(timeline: Timeline, now: Date): Date | null {
  return runningSpans(timeline, now)[0]?.endsAt ?? null
}

export function toJson(timeline: Timeline): SpanJson[] {
  return timeline.map(({ level, startsAt, endsAt }) => ({
    level,
    starts_at: startsAt.toISOString(),
    ends_at: endsAt.toISOString(),
  }))
}

/** Reads what `toJson` wrote; throws RangeError on anything that isn't a timeline. */
export function parseTimeline(json: unknown): Timeline {
  if (!Array.isArray(json)) throw new RangeError('A timeline is a list of spans')
  const timeline = json.map(parseSpan)
  timeline.forEach((span, place) => demandOrder(timeline[place - 1], span))
  return timeline
}

function parseSpan(json: unknown): Span {
  const { level, starts_at, ends_at } = (json ?? {}) as Record<string, unknown>
  demandWhole('level', level)
  return { level, startsAt: parseTime(demandText(starts_at)), endsAt: parseTime(demandText(ends_at)) }
}

function demandOrder(before: Span | undefined, span: Span): void {
  if (span.endsAt <= span.startsAt) throw new RangeError('A span must end after it starts')
  if (!before) return
  if (before.level <= span.level) throw new RangeError('The levels of a timeline must fall')
  if (before.endsAt.getTime() !== span.startsAt.getTime()) throw new RangeError('Spans must lie end to end')
}

function demandWhole(name: string, value: unknown): asserts value is number {
  if (!Number.isSafeInteger(value) || Number(value) < 1) {
    throw new RangeError(`${name} must be a whole number from 1, not ${String(value)}`)
  }
}

function demandText(value: unknown): string {
  if (typeof value !== 'string') throw new RangeError('The times of a span must be text')
  return value
}

const runningSpans = (timeline: Timeline, now: Date) => timeline.filter((span) => span.endsAt > now)

function lay(left: ReadonlyMap<number, number>, now: Date): Timeline {
  let startsAt = timeAt(now.getTime())
  return [...left]
    .filter(([, ms]) => ms > 0)
    .sort(([one], [other]) => other - one)
    .map(([level, ms]) => {
      const span = { level, startsAt, endsAt: timeAt(startsAt.getTime() + ms) }
      startsAt = span.endsAt
      return span
    })
}
