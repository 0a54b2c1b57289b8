import { DAY_MS, HOUR_MS } from '@lessor/kit'

/** Why a renewal by itself wasn't made. */
export const renewalProblems = ['insufficient_funds', 'not_offered', 'open_order', 'no_lease'] as const
export type RenewalProblem = (typeof renewalProblems)[number]

/** How long before the end it is tried; after the end daily, as long as the grace lasts. */
const beforeMs = [3 * DAY_MS, DAY_MS, HOUR_MS]
/** How long before the end a new price is announced, and how late that still counts. */
const announcedMs = 7 * DAY_MS
const announcedAtLeastMs = 6 * DAY_MS
/** A look at least this often notices an end that was moved. */
const lookMs = DAY_MS
/** Days after the end on which a failed try is mailed; on the others it is tried in silence. */
const mailedDays: ReadonlySet<number> = new Set([1, 3, 7, 14, 28])

export interface Ending {
  readonly end: Date
  readonly graceDays: number
}

function momentsOf({ end, graceDays }: Ending): number[] {
  const daily = Array.from({ length: graceDays }, (_, day) => end.getTime() + (day + 1) * DAY_MS)
  return [...beforeMs.map((ms) => end.getTime() - ms), ...daily]
}

/** Whether it is to be tried now: a moment has come since the last try for this end, and the grace isn't over. */
export function isTryDue(ending: Ending, triedAt: Date | null, now: Date): boolean {
  if (now.getTime() >= ending.end.getTime() + (ending.graceDays + 1) * DAY_MS) return false
  return momentsOf(ending).some((at) => at <= now.getTime() && at > (triedAt?.getTime() ?? 0))
}

/** When to look at it next. */
export function nextLookAt(ending: Ending, now: Date): Date {
  const moments = [ending.end.getTime() - announcedMs, ...momentsOf(ending), now.getTime() + lookMs]
  return new Date(Math.min(...moments.filter((at) => at > now.getTime())))
}

/** Whether a failed try is mailed. */
export function isMailed({ end }: Ending, now: Date): boolean {
  const day = Math.floor((now.getTime() - end.getTime()) / DAY_MS)
  return now < end || mailedDays.has(day)
}

/** Whether a price that will be charged is to be announced now. */
export const isAnnounceable = ({ end }: Ending, now: Date): boolean =>
  now.getTime() >= end.getTime() - announcedMs && now.getTime() <= end.getTime() - announcedAtLeastMs

export interface Prices {
  /** Fen of one, options in it. */
  readonly currentFen: number
  /** What one cost in the last paid order of this plan; undefined: there was none. */
  readonly paidFen: number | undefined
  readonly keepsPrice: boolean
  readonly told: { readonly fen: number; readonly at: Date } | undefined
}

/** What one costs in a renewal by itself: a higher price than the last one only once it was announced in time. */
export function renewalFen({ currentFen, paidFen, keepsPrice, told }: Prices, end: Date): number {
  if (paidFen === undefined) return currentFen
  if (keepsPrice) return paidFen
  if (currentFen <= paidFen) return currentFen
  const isTold = told && told.at.getTime() <= end.getTime() - announcedAtLeastMs
  return isTold ? Math.min(currentFen, Math.max(told.fen, paidFen)) : paidFen
}
