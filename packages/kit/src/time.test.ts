import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  DAY_MS,
  dayOf,
  daysLeft,
  HOUR_MS,
  parseTime,
  startOfDay,
  startOfDayPlus,
  startOfNamedDay,
  TimeOutOfRangeError,
  timeAt,
} from './time.ts'

const shanghai = 'Asia/Shanghai'
const newYork = 'America/New_York'
// Midnight is skipped in Cairo and repeated in Havana, Apia has no 30 December 2011, and Lord Howe shifts by
// half an hour.
const zones = [
  'UTC',
  shanghai,
  newYork,
  'Africa/Cairo',
  'America/Havana',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  'America/Sao_Paulo',
]
const anyZone = fc.constantFrom(...zones)
const anyDate = fc.date({ min: new Date('1990-01-01Z'), max: new Date('2060-01-01Z'), noInvalidDate: true })
const before = (date: Date) => new Date(date.getTime() - 1)

describe('the calendar day of a zone', () => {
  test('it is the day on the wall there, not in UTC', () => {
    expect(dayOf(new Date('2026-03-01T15:59:59.999Z'), shanghai)).toBe('2026-03-01')
    expect(dayOf(new Date('2026-03-01T16:00:00Z'), shanghai)).toBe('2026-03-02')
    expect(dayOf(new Date('2026-03-01T04:59:59Z'), newYork)).toBe('2026-02-28')
  })

  test.for([
    ['an ordinary day', '2026-06-15T12:00:00Z', shanghai, '2026-06-14T16:00:00.000Z'],
    ['the last moment of it', '2026-06-15T15:59:59.999Z', shanghai, '2026-06-14T16:00:00.000Z'],
    ['the day summer time begins', '2026-03-08T20:00:00Z', newYork, '2026-03-08T05:00:00.000Z'],
    ['the day summer time ends', '2026-11-02T04:30:00Z', newYork, '2026-11-01T04:00:00.000Z'],
    ['a day without a midnight', '2024-04-26T10:00:00Z', 'Africa/Cairo', '2024-04-25T22:00:00.000Z'],
    ['a day with two midnights', '2025-11-02T12:00:00Z', 'America/Havana', '2025-11-02T04:00:00.000Z'],
  ] as const)('%s starts at its first instant', ([, date, zone, start]) => {
    expect(startOfDay(new Date(date), zone).toISOString()).toBe(start)
  })

  test('days are counted on the calendar: one of them has 23 hours, another 25', () => {
    const hours = (date: string) =>
      (startOfDayPlus(new Date(date), newYork, 1).getTime() - startOfDay(new Date(date), newYork).getTime()) /
      HOUR_MS
    expect(['2026-03-08', '2026-03-09', '2026-11-01'].map((day) => hours(`${day}T12:00:00Z`))).toEqual([
      23, 24, 25,
    ])
  })

  test('a day that the zone left out starts where the next one does', () => {
    const eve = new Date('2011-12-29T20:00:00Z')
    expect(dayOf(eve, 'Pacific/Apia')).toBe('2011-12-29')
    expect(startOfDayPlus(eve, 'Pacific/Apia', 1)).toEqual(startOfDayPlus(eve, 'Pacific/Apia', 2))
  })

  test('it starts at the first instant that bears its date, in every zone', () => {
    fc.assert(
      fc.property(anyDate, anyZone, (date, zone) => {
        const start = startOfDay(date, zone)
        expect(startOfNamedDay(dayOf(date, zone), zone)).toEqual(start)
        expect(start <= date).toBe(true)
        expect(dayOf(start, zone)).toBe(dayOf(date, zone))
        expect(dayOf(before(start), zone) < dayOf(date, zone)).toBe(true)
      }),
    )
  })

  test('it starts where Temporal says', () => {
    fc.assert(
      fc.property(anyDate, anyZone, fc.integer({ min: -400, max: 400 }), (date, zone, days) => {
        const local = Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(zone)
        const start = local.toPlainDate().add({ days }).toZonedDateTime(zone)
        expect(startOfDayPlus(date, zone, days).getTime()).toBe(start.epochMilliseconds)
      }),
    )
  })

  test('an unknown zone is refused', () => {
    expect(() => dayOf(new Date(0), 'Mars/Olympus')).toThrow(RangeError)
  })
})

describe('days of 24 hours', () => {
  test('a begun day counts whole, and nothing is left when it is over', () => {
    const now = new Date('2026-01-01T00:00:00Z')
    const left = (ms: number) => daysLeft(new Date(now.getTime() + ms), now)
    expect([-DAY_MS, -1, 0, 1, DAY_MS, DAY_MS + 1].map(left)).toEqual([0, 0, 0, 1, 1, 2])
    expect(daysLeft(null, now)).toBe(0)
  })

  test('a grant of N days leaves N days', () => {
    fc.assert(
      fc.property(anyDate, fc.nat({ max: 100_000 }), (now, days) => {
        expect(daysLeft(addDays(now, days), now)).toBe(days)
      }),
    )
  })

  test('no time outside of the years 0000 to 9999 is made', () => {
    expect(() => addDays(new Date(), 3_000_000)).toThrow(TimeOutOfRangeError)
    expect(() => addDays(new Date(), -3_000_000)).toThrow(TimeOutOfRangeError)
    expect(() => timeAt(NaN)).toThrow(TimeOutOfRangeError)
  })
})

describe('reading RFC 3339', () => {
  test.for([
    ['2026-01-01T08:00:00+08:00', '2026-01-01T00:00:00.000Z'],
    ['2024-02-29T23:59:59.9Z', '2024-02-29T23:59:59.900Z'],
    ['2026-01-01T00:00:00.123456789Z', '2026-01-01T00:00:00.123Z'],
    ['0004-02-29T00:00:00Z', '0004-02-29T00:00:00.000Z'],
  ] as const)('%s is %s', ([text, read]) => {
    expect(parseTime(text).toISOString()).toBe(read)
  })

  test.for([
    '',
    '2026-01-01',
    '2026-01-01T00:00:00',
    '2026-01-01 00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-32T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:00:60Z',
    '2026-01-01T00:00:00+24:00',
    '+12026-01-01T00:00:00Z',
    '9999-12-31T23:59:59-00:01',
    '0000-01-01T00:00:00+00:01',
    'yesterday',
  ])('%j is refused', (text) => {
    expect(() => parseTime(text)).toThrow(RangeError)
  })

  test('every time reads back the same', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(parseTime(date.toISOString())).toEqual(date)
      }),
    )
  })
})

describe('months', () => {
  test.for([
    [
      'a month end on the last day of shorter months',
      '2026-01-31T12:00',
      ['2026-02-28T12:00', '2026-03-31T12:00', '2026-04-30T12:00'],
      1,
    ],
    [
      '29 February of years',
      '2028-02-29T09:00',
      ['2029-02-28T09:00', '2030-02-28T09:00', '2031-02-28T09:00', '2032-02-29T09:00'],
      12,
    ],
    ['quarters', '2026-11-30T00:30', ['2027-02-28T00:30', '2027-05-30T00:30'], 3],
    ['a night in which the day of UTC is another', '2026-03-01T00:30', ['2026-04-01T00:30'], 1],
  ] as const)('%s, in three zones', ([, from, ends, step]) => {
    for (const zone of [shanghai, 'Europe/Berlin', newYork]) {
      const at = (text: string) => new Date(Temporal.ZonedDateTime.from(`${text}[${zone}]`).epochMilliseconds)
      const found = ends.map((_, number) => addMonths(at(from), step * (number + 1), zone))
      expect(found).toEqual(ends.map(at))
    }
  })

  test('a month that is bought in Shanghai is not counted in UTC, which would steal three days', () => {
    const bought = parseTime('2026-03-01T00:30:00+08:00')
    expect(addMonths(bought, 1, shanghai)).toEqual(parseTime('2026-04-01T00:30:00+08:00'))
    expect(addMonths(bought, 1, 'UTC')).toEqual(parseTime('2026-03-29T00:30:00+08:00'))
  })

  test('a time that the clocks skip is as much later as they skip, and the month after is whole again', () => {
    const from = parseTime('2026-02-28T02:30:00+01:00')
    expect(addMonths(from, 1, 'Europe/Berlin')).toEqual(parseTime('2026-03-28T02:30:00+01:00'))
    const skipped = parseTime('2026-01-29T02:30:00+01:00')
    expect(addMonths(skipped, 2, 'Europe/Berlin')).toEqual(parseTime('2026-03-29T03:30:00+02:00'))
    expect(addMonths(skipped, 3, 'Europe/Berlin')).toEqual(parseTime('2026-04-29T02:30:00+02:00'))
  })

  test('months past the year 9999 are refused', () => {
    expect(() => addMonths(parseTime('9999-12-01T00:00:00Z'), 1, 'UTC')).toThrow(TimeOutOfRangeError)
  })
})
