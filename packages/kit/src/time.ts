export const SECOND_MS = 1000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
/** A day that is sold: 24 hours, whatever the clocks of any zone do. */
export const DAY_MS = 24 * HOUR_MS

const firstMs = Date.parse('0000-01-01T00:00:00.000Z')
const lastMs = Date.parse('9999-12-31T23:59:59.999Z')

/** A time outside of the years 0000 to 9999, which RFC 3339 can't write. */
export class TimeOutOfRangeError extends RangeError {
  constructor(ms: number) {
    super(`${ms} ms from 1970 is not in the years 0000 to 9999`)
    this.name = 'TimeOutOfRangeError'
  }
}

/** The time so many milliseconds from 1970; throws TimeOutOfRangeError outside of the years 0000 to 9999. */
export function timeAt(ms: number): Date {
  // Written so that NaN is refused too.
  if (!(ms >= firstMs && ms <= lastMs)) throw new TimeOutOfRangeError(ms)
  return new Date(ms)
}

const firstStorableMs = Date.parse('0001-01-01T00:00:00.000Z')

/** Whether every database takes this time: PostgreSQL knows no year 0, and reads no ISO 8601 text after the year 9999. */
export const isStorableTime = (ms: unknown): ms is number =>
  typeof ms === 'number' && Number.isSafeInteger(ms) && ms >= firstStorableMs && ms <= lastMs

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** Reads an RFC 3339 time, cutting what is finer than a millisecond; throws RangeError on any other text. */
export function parseTime(text: string): Date {
  const [, year, month, day] = rfc3339.exec(text) ?? []
  const ofMonth = new Date(0)
  ofMonth.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  // Date.parse alone would roll 30 February over into March.
  if (ofMonth.getUTCMonth() !== Number(month) - 1) throw new RangeError(`Not an RFC 3339 time: ${text}`)
  return timeAt(Date.parse(text))
}

/** The time `days` times 24 hours later, or earlier when negative; throws TimeOutOfRangeError. */
export function addDays(date: Date, days: number): Date {
  return timeAt(date.getTime() + days * DAY_MS)
}

/**
 * The same day and time of an IANA zone's calendar, `months` later: on the last day of a month that lacks the day, as much
 * later as the clocks skip where they skip that time. So months are counted from where they began, never from the last
 * end: 31 January, 28 February, 31 March. Throws TimeOutOfRangeError.
 */
export function addMonths(date: Date, months: number, zone: string): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(zone)
  return timeAt(local.add({ months }).epochMilliseconds)
}

/** How many days of 24 hours are left, a begun one counting whole; 0 when over or never held. */
export function daysLeft(expiresAt: Date | null, now: Date): number {
  return expiresAt ? Math.max(0, Math.ceil((expiresAt.getTime() - now.getTime()) / DAY_MS)) : 0
}

/** A stretch of time in whole days, a begun one counting whole; negative for time that was taken. */
export function wholeDays(ms: number): number {
  // Without the sum -0 would come of nothing taken.
  return Math.sign(ms) * Math.ceil(Math.abs(ms) / DAY_MS) + 0
}

/** The calendar day (YYYY-MM-DD) at that time in an IANA zone; throws RangeError for an unknown zone. */
export function dayOf(date: Date, zone: string): string {
  const parts = formatterOf(zone).formatToParts(date)
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

/** The first instant of the zone's calendar day that `date` lies in. */
export function startOfDay(date: Date, zone: string): Date {
  return startOfDayPlus(date, zone, 0)
}

/** The first instant of the calendar day `days` after (negative: before) the zone's day that `date` lies in. */
export function startOfDayPlus(date: Date, zone: string, days: number): Date {
  const utcMidnight = addDays(parseTime(`${dayOf(date, zone)}T00:00:00Z`), days)
  return startOfZoneDay(utcMidnight, zone)
}

/** The first instant of a calendar day (YYYY-MM-DD) in a zone; throws RangeError on any other text. */
export function startOfNamedDay(day: string, zone: string): Date {
  return startOfZoneDay(parseTime(`${day}T00:00:00Z`), zone)
}

// Not every day begins at 00:00 (summer time may start at midnight) and some days never were (Samoa crossed
// the date line), so the start is searched: the first second at which the zone's calendar has reached the day.
function startOfZoneDay(utcMidnight: Date, zone: string): Date {
  const day = dayOf(utcMidnight, 'UTC')
  const furthestOffsetMs = 16 * HOUR_MS
  let beforeMs = utcMidnight.getTime() - furthestOffsetMs
  let reachedMs = utcMidnight.getTime() + furthestOffsetMs
  while (reachedMs - beforeMs > SECOND_MS) {
    const middleMs = beforeMs + Math.floor((reachedMs - beforeMs) / (2 * SECOND_MS)) * SECOND_MS
    if (dayOf(new Date(middleMs), zone) < day) beforeMs = middleMs
    else reachedMs = middleMs
  }
  return timeAt(reachedMs)
}

/** The time in an IANA zone as spreadsheets read it: `2026-11-29 08:30:00`. */
export function localTime(date: Date, zone: string): string {
  const parts = timeFormatterOf(zone).formatToParts(date)
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? ''
  return `${dayOf(date, zone)} ${part('hour')}:${part('minute')}:${part('second')}`
}

// Making a formatter costs a thousand times what using it does.
const formatters = new Map<string, Intl.DateTimeFormat>()
const timeFormatters = new Map<string, Intl.DateTimeFormat>()

const formatterOf = (zone: string) =>
  keptIn(formatters, zone, { year: 'numeric', month: '2-digit', day: '2-digit' })
const timeFormatterOf = (zone: string) =>
  keptIn(timeFormatters, zone, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })

function keptIn(
  kept: Map<string, Intl.DateTimeFormat>,
  zone: string,
  fields: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const known = kept.get(zone)
  if (known) return known
  const usual = { timeZone: zone, calendar: 'gregory', numberingSystem: 'latn' }
  const made = new Intl.DateTimeFormat('en-US', { ...usual, ...fields })
  kept.set(zone, made)
  return made
}
