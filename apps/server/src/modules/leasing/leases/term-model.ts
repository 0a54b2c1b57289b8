import { addMonths, addTime, DAY_MS, expiresAt, takeTime, type Timeline } from '@lessor/kit'
import type { Rule } from './model.ts'

/** By what a lease is changed. */
export type Term =
  | { readonly days: number }
  | { readonly months: number }
  | { readonly until: Date }
  | { readonly backMs: number }

/** So many days of 24 hours; negative takes them back, from the lowest level first, never below now. */
export const days = (count: number): Term => ({ days: count })
/** So many months of the operator's calendar, counted from an anchor day: 31 January, 28 February, 31 March. */
export const months = (count: number): Term => ({ months: count })
/** Until a time to come, be it later than the end or earlier. */
export const until = (end: Date): Term => ({ until: end })
/** Takes back what is left of so much time of the one level that it was brought to. */
export const back = (ms: number): Term => ({ backMs: ms })

/** From where the months of an end are counted, and how many they are. */
export interface Anchor {
  readonly at: Date
  readonly months: number
}

export interface Terms {
  readonly rule: Rule
  /** The requested change; taking stops at what is left. */
  readonly askedMs: number
  /** What the next months are counted from; absent where these are no months. */
  readonly anchor?: Anchor
}

export interface Before {
  readonly timeline: Timeline
  readonly anchor: Anchor | undefined
  readonly now: Date
  readonly zone: string
}

/** What a term means for a level of a lease as it stands; pure. Throws TimeOutOfRangeError past the year 9999. */
export function termsOf(term: Term, level: number, before: Before): Terms {
  if ('days' in term) return by(level, term.days * DAY_MS)
  if ('backMs' in term) return backOf(level, term.backMs)
  const end = endOf(before)
  if ('until' in term) return by(level, +term.until - +end)
  const anchor = anchorAfter(term.months, end, before)
  return { ...by(level, +addMonths(anchor.at, anchor.months, before.zone) - +end), anchor }
}

/** When the time ends that is held, or now. */
const endOf = ({ timeline, now }: Before): Date => expiresAt(timeline, now) ?? now

/** Months are counted from the anchor while the end is still where they put it; otherwise that end is the new anchor. */
function anchorAfter(count: number, end: Date, { anchor, zone }: Before): Anchor {
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`${count} months can't be added`)
  const goesOn = anchor && +addMonths(anchor.at, anchor.months, zone) === +end
  return goesOn ? { at: anchor.at, months: anchor.months + count } : { at: end, months: count }
}

const by = (level: number, askedMs: number): Terms => ({
  askedMs,
  rule: (timeline, now) =>
    askedMs > 0 ? addTime(timeline, now, level, askedMs) : takeTime(timeline, now, -askedMs).timeline,
})

const backOf = (level: number, ms: number): Terms => ({
  askedMs: -ms,
  rule: (timeline, now) => takeTime(timeline, now, ms, level).timeline,
})
