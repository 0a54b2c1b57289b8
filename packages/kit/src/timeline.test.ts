import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY_MS, TimeOutOfRangeError } from './time.ts'
import {
  addTime,
  expiresAt,
  levelAt,
  moveBack,
  movedBetween,
  nextChangeAt,
  parseTimeline,
  remaining,
  takeTime,
  toJson,
  type Timeline,
} from './timeline.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * DAY_MS)
const later = (date: Date, ms: number) => new Date(date.getTime() + ms)
const sum = (left: Map<number, number>) => [...left.values()].reduce((total, ms) => total + ms, 0)

const anyNow = fc.date({ min: new Date('2000-01-01Z'), max: new Date('2100-01-01Z'), noInvalidDate: true })
const anyLevel = fc.integer({ min: 1, max: 6 })
const anyMs = fc.oneof(fc.integer({ min: 1, max: 400 * DAY_MS }), fc.integer({ min: 1, max: 5 }))
const anyPurchase = fc.record({ level: anyLevel, ms: anyMs })
const anyTimeline = fc
  .record({ laidAt: anyNow, purchases: fc.array(anyPurchase, { maxLength: 8 }) })
  .map(({ laidAt, purchases }) => ({ laidAt, timeline: addAll(purchases, laidAt) }))

function addAll(purchases: readonly { level: number; ms: number }[], now: Date): Timeline {
  return purchases.reduce<Timeline>((timeline, { level, ms }) => addTime(timeline, now, level, ms), [])
}

function expectLaidFrom(timeline: Timeline, now: Date): void {
  let startsAt = now
  let above = Infinity
  for (const span of timeline) {
    expect(span.startsAt).toEqual(startsAt)
    expect(span.endsAt.getTime()).toBeGreaterThan(startsAt.getTime())
    expect(span.level).toBeLessThan(above)
    startsAt = span.endsAt
    above = span.level
  }
}

describe('adding time', () => {
  test('a cheap day of a high level comes first and keeps the year of the low one whole', () => {
    const year = addTime([], day(0), 1, 365 * DAY_MS)
    expect(addTime(year, day(10), 3, DAY_MS)).toEqual([
      { level: 3, startsAt: day(10), endsAt: day(11) },
      { level: 1, startsAt: day(11), endsAt: day(366) },
    ])
  })

  test('with one level the end is exactly max(now, end) + what was added', () => {
    fc.assert(
      fc.property(anyNow, anyNow, anyMs, anyMs, anyLevel, (first, second, ms, moreMs, level) => {
        const timeline = addTime([], first, level, ms)
        const added = addTime(timeline, second, level, moreMs)
        const fromMs = Math.max(second.getTime(), first.getTime() + ms)
        expect(expiresAt(added, second)).toEqual(new Date(fromMs + moreMs))
      }),
    )
  })

  test('every level keeps what it had, and the one that was bought has what was added besides', () => {
    fc.assert(
      fc.property(anyTimeline, anyMs, anyLevel, anyMs, ({ laidAt, timeline }, passedMs, level, ms) => {
        const now = later(laidAt, passedMs)
        const expected = remaining(timeline, now)
        expected.set(level, (expected.get(level) ?? 0) + ms)
        const added = addTime(timeline, now, level, ms)
        expectLaidFrom(added, now)
        expect(remaining(added, now)).toEqual(expected)
      }),
    )
  })

  test('the order of purchases at one instant makes no difference', () => {
    const shuffled = fc
      .array(anyPurchase, { maxLength: 10 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
    fc.assert(
      fc.property(anyNow, shuffled, (now, [purchases, reordered]) => {
        expect(addAll(reordered, now)).toEqual(addAll(purchases, now))
      }),
    )
  })

  test('a level or a time that is no whole number from 1 is refused', () => {
    for (const wrong of [0, -1, 1.5, NaN, Infinity, 2 ** 53]) {
      expect(() => addTime([], day(0), wrong, DAY_MS)).toThrow(RangeError)
      expect(() => addTime([], day(0), 1, wrong)).toThrow(RangeError)
      expect(() => takeTime([], day(0), wrong)).toThrow(RangeError)
    }
  })

  test('an end past the year 9999 is refused, to the millisecond', () => {
    const last = new Date('9999-12-31T23:59:59.999Z')
    const ms = last.getTime() - day(0).getTime()
    expect(expiresAt(addTime([], day(0), 1, ms), day(0))).toEqual(last)
    expect(() => addTime([], day(0), 1, ms + 1)).toThrow(TimeOutOfRangeError)
    expect(() => addTime(addTime([], day(0), 1, ms), day(0), 2, 1)).toThrow(TimeOutOfRangeError)
  })

  test('a clock that is no time is refused, and ends no lease', () => {
    expect(() => addTime(addTime([], day(0), 1, 1), new Date(NaN), 1, 1)).toThrow(TimeOutOfRangeError)
  })

  test('a clock that lags behind the last change shortens nothing', () => {
    const timeline = addTime([], day(1), 2, 30 * DAY_MS)
    expect(levelAt(timeline, day(0))).toBe(2)
    expect(expiresAt(addTime(timeline, day(0), 2, DAY_MS), day(0))).toEqual(day(32))
  })
})

describe('taking time', () => {
  test('the lowest level goes first, and only what was left is taken', () => {
    const timeline = addTime(addTime([], day(0), 1, 10 * DAY_MS), day(0), 3, 2 * DAY_MS)
    expect(takeTime(timeline, day(1), 4 * DAY_MS)).toEqual({
      timeline: [
        { level: 3, startsAt: day(1), endsAt: day(2) },
        { level: 1, startsAt: day(2), endsAt: day(8) },
      ],
      takenMs: 4 * DAY_MS,
    })
    expect(takeTime(timeline, day(1), 100 * DAY_MS)).toEqual({ timeline: [], takenMs: 11 * DAY_MS })
  })

  test('it takes exactly what it says, never a level while a lower one has time, never below now', () => {
    fc.assert(
      fc.property(anyTimeline, anyMs, anyMs, ({ laidAt, timeline }, passedMs, ms) => {
        const now = later(laidAt, passedMs)
        const before = remaining(timeline, now)
        const { timeline: after, takenMs } = takeTime(timeline, now, ms)
        const left = remaining(after, now)
        expectLaidFrom(after, now)
        expect(takenMs).toBe(Math.min(ms, sum(before)))
        expect(sum(left)).toBe(sum(before) - takenMs)
        const touched = [...before].filter(([level, had]) => left.get(level) !== had).map(([level]) => level)
        const lowestLeft = Math.min(...left.keys())
        expect(touched.every((level) => level <= lowestLeft)).toBe(true)
      }),
    )
  })
})

describe('taking time of one level', () => {
  test('30 days of level 3 that are taken leave a year of level 1 whole', () => {
    const timeline = addTime(addTime([], day(0), 1, 365 * DAY_MS), day(0), 3, 30 * DAY_MS)
    expect(takeTime(timeline, day(10), 30 * DAY_MS, 3)).toEqual({
      timeline: [{ level: 1, startsAt: day(10), endsAt: day(375) }],
      takenMs: 20 * DAY_MS,
    })
  })

  test('no other level loses or gains a millisecond', () => {
    fc.assert(
      fc.property(anyTimeline, anyMs, anyLevel, ({ laidAt, timeline }, ms, level) => {
        const before = remaining(timeline, laidAt)
        const { timeline: after, takenMs } = takeTime(timeline, laidAt, ms, level)
        const left = remaining(after, laidAt)
        expect(takenMs).toBe(Math.min(ms, before.get(level) ?? 0))
        for (const [each, had] of before)
          expect(left.get(each) ?? 0).toBe(each === level ? had - takenMs : had)
        expectLaidFrom(after, laidAt)
      }),
    )
  })
})

describe('reading', () => {
  test('the level, the next change and the end are those of the span that covers now', () => {
    fc.assert(
      fc.property(anyTimeline, fc.nat({ max: 3000 * DAY_MS }), ({ laidAt, timeline }, passedMs) => {
        const now = later(laidAt, passedMs)
        const covering = timeline.find((span) => span.startsAt <= now && now < span.endsAt)
        expect(levelAt(timeline, now)).toBe(covering?.level ?? 0)
        expect(nextChangeAt(timeline, now)).toEqual(covering?.endsAt ?? null)
        expect(expiresAt(timeline, now)).toEqual(covering ? timeline.at(-1)?.endsAt : null)
        expect(remaining(timeline, now).size > 0).toBe(covering !== undefined)
      }),
    )
  })

  test('a span covers its first millisecond and not its end', () => {
    const timeline = addTime(addTime([], day(0), 2, 1), day(0), 1, 1)
    expect([0, 1, 2].map((ms) => levelAt(timeline, later(day(0), ms)))).toEqual([2, 1, 0])
  })
})

test('time paid for is never lost nor made, whatever is added, taken and waited for', () => {
  const anyStep = fc.oneof(
    fc.record({ kind: fc.constant('wait' as const), ms: anyMs }),
    fc.record({ kind: fc.constant('take' as const), ms: anyMs }),
    fc.record({ kind: fc.constant('add' as const), ms: anyMs, level: anyLevel }),
  )
  fc.assert(
    fc.property(anyNow, fc.array(anyStep, { maxLength: 40 }), (start, steps) => {
      let now = start
      let timeline: Timeline = []
      let balanceMs = 0
      for (const step of steps) {
        if (step.kind === 'wait') {
          now = later(now, step.ms)
          balanceMs = Math.max(0, balanceMs - step.ms)
        } else if (step.kind === 'add') {
          timeline = addTime(timeline, now, step.level, step.ms)
          balanceMs += step.ms
        } else {
          const taken = takeTime(timeline, now, step.ms)
          timeline = taken.timeline
          balanceMs -= taken.takenMs
        }
        expect(sum(remaining(timeline, now))).toBe(balanceMs)
        expect(expiresAt(timeline, now)).toEqual(balanceMs > 0 ? later(now, balanceMs) : null)
      }
    }),
  )
})

describe('as JSON', () => {
  test('what was written reads back the same', () => {
    fc.assert(
      fc.property(anyTimeline, ({ timeline }) => {
        expect(parseTimeline(JSON.parse(JSON.stringify(toJson(timeline))))).toEqual(timeline)
      }),
    )
    expect(toJson(addTime([], day(0), 2, DAY_MS))).toEqual([
      { level: 2, starts_at: '2026-01-01T00:00:00.000Z', ends_at: '2026-01-02T00:00:00.000Z' },
    ])
  })

  const span = (level: unknown, starts: unknown, ends: unknown) => ({
    level,
    starts_at: starts,
    ends_at: ends,
  })
  const [first, second, third] = [0, 1, 2].map((number) => day(number).toISOString())

  test.for([
    ['no list', {}],
    ['nothing', null],
    ['a null span', [null]],
    ['a span without an end', [{ level: 1, starts_at: first }]],
    ['level 0', [span(0, first, second)]],
    ['a level as text', [span('1', first, second)]],
    ['a time in a list', [span(1, [first], second)]],
    ['a date without a time', [span(1, '2026-01-01', second)]],
    ['an empty span', [span(1, first, first)]],
    ['a span that ends before it starts', [span(1, second, first)]],
    ['a rising level', [span(1, first, second), span(2, second, third)]],
    ['one level twice', [span(1, first, second), span(1, second, third)]],
    ['a gap', [span(2, first, second), span(1, third, day(3).toISOString())]],
    ['an overlap', [span(2, first, third), span(1, second, day(3).toISOString())]],
  ] as const)('%s is refused', ([, json]) => {
    expect(() => parseTimeline(json)).toThrow(RangeError)
  })
})

test('what a change moved can be moved back, each level for itself', () => {
  fc.assert(
    fc.property(anyTimeline, anyLevel, anyMs, fc.boolean(), ({ laidAt, timeline }, level, ms, adds) => {
      const changed = adds ? addTime(timeline, laidAt, level, ms) : takeTime(timeline, laidAt, ms).timeline
      const moved = movedBetween(timeline, changed, laidAt)
      expect(remaining(moveBack(changed, laidAt, moved), laidAt)).toEqual(remaining(timeline, laidAt))
    }),
  )
})

test('what is gone by now is not moved back', () => {
  const timeline = addTime([], day(0), 2, DAY_MS)
  const moved = movedBetween([], timeline, day(0))
  expect(moveBack(addTime([], day(0), 1, DAY_MS), day(0), moved)).toEqual(addTime([], day(0), 1, DAY_MS))
})
