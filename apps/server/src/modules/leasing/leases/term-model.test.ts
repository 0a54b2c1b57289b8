import { addTime, DAY_MS, expiresAt, parseTime, remaining, type Timeline } from '@lessor/kit'
import { describe, expect, test } from 'vitest'
import { stateOf } from './model.ts'
import { back, days, months, termsOf, until, type Anchor, type Term } from './term-model.ts'

const zone = 'Asia/Shanghai'
const local = (text: string) => parseTime(`${text}:00+08:00`)

interface Held {
  readonly timeline: Timeline
  readonly anchor: Anchor | undefined
}
const nothing: Held = { timeline: [], anchor: undefined }

function after(held: Held, now: Date, term: Term, level = 1): Held {
  const { rule, anchor = held.anchor } = termsOf(term, level, { ...held, now, zone })
  return { timeline: rule(held.timeline, now), anchor }
}

/** The ends that steps lead to, all of them taken at `now`. */
function ends(now: Date, steps: readonly Term[]) {
  let held = nothing
  return steps.map((term) => {
    held = after(held, now, term)
    return expiresAt(held.timeline, now)
  })
}

describe('months', () => {
  test.for([
    [
      'month by month from the 31st',
      '2026-01-31T12:00',
      [1, 1, 1],
      ['2026-02-28T12:00', '2026-03-31T12:00', '2026-04-30T12:00'],
    ],
    [
      'years from 29 February',
      '2028-02-29T12:00',
      [12, 12, 12, 12],
      ['2029-02-28T12:00', '2030-02-28T12:00', '2031-02-28T12:00', '2032-02-29T12:00'],
    ],
    ['quarters from 30 November', '2026-11-30T00:30', [3, 3], ['2027-02-28T00:30', '2027-05-30T00:30']],
  ] as const)('%s keep their anchor day', ([, from, counts, wanted]) => {
    expect(ends(local(from), counts.map(months))).toEqual(wanted.map(local)) // prettier-ignore
  })

  test('an end that days have moved is the next anchor, and so is now where the end is past', () => {
    const now = local('2026-01-31T12:00')
    expect(ends(now, [months(1), days(1), months(1), months(1)])).toEqual(
      ['2026-02-28T12:00', '2026-03-01T12:00', '2026-04-01T12:00', '2026-05-01T12:00'].map(local),
    )
    const later = local('2026-03-15T08:00')
    const renewed = after(after(nothing, now, months(1)), later, months(1))
    expect(expiresAt(renewed.timeline, later)).toEqual(local('2026-04-15T08:00'))
    expect(renewed.anchor).toEqual({ at: later, months: 1 })
  })

  test('no months are a bug of the caller', () => {
    expect(() => after(nothing, local('2026-01-31T12:00'), months(0))).toThrow('0 months')
  })
})

test('until a time is exactly until then, be it later than the end or earlier', () => {
  const now = local('2026-05-01T00:00')
  const [later, earlier] = [local('2026-09-30T23:59'), local('2026-05-02T00:00')]
  expect(ends(now, [days(30), until(later), until(earlier)])).toEqual([
    local('2026-05-31T00:00'),
    later,
    earlier,
  ])
})

test('30 days of level 3 that go back leave level 1 whole; days that are taken go from the lowest first', () => {
  const now = local('2026-05-01T00:00')
  const timeline = addTime(addTime([], now, 1, 365 * DAY_MS), now, 3, 30 * DAY_MS)
  const left = (term: Term) => remaining(after({ timeline, anchor: undefined }, now, term, 3).timeline, now)
  expect(left(back(30 * DAY_MS))).toEqual(new Map([[1, 365 * DAY_MS]]))
  expect(left(days(-30))).toEqual(
    new Map([
      [3, 30 * DAY_MS],
      [1, 335 * DAY_MS],
    ]),
  )
})

test.for([
  ['pending', { startsAt: null, expiresAt: null, closedAt: null }],
  ['active', { startsAt: local('2026-01-01T00:00'), expiresAt: local('2026-06-01T00:00'), closedAt: null }],
  ['ended', { startsAt: local('2026-01-01T00:00'), expiresAt: local('2026-05-01T00:00'), closedAt: null }],
  [
    'closed',
    {
      startsAt: local('2026-01-01T00:00'),
      expiresAt: local('2026-06-01T00:00'),
      closedAt: local('2026-02-01T00:00'),
    },
  ],
] as const)('a lease is %s by its times', ([state, times]) => {
  expect(stateOf(times, local('2026-05-01T00:00'))).toBe(state)
})
