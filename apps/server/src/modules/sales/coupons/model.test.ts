import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { couponKey, couponProblems, discountFen, stateOf, whyNot, type Rules } from './model.ts'

const now = new Date('2026-07-01T00:00:00Z')
const soon = new Date(now.getTime() + 1)
const rules: Rules = {
  active: true,
  startsAt: null,
  endsAt: null,
  maxUses: null,
  used: 0,
  perAccount: null,
  firstOrderOnly: false,
  productIds: [],
  planIds: [],
}
const asking = { productId: 'p', planId: 'q', uses: 0, isFirst: true }

test.for(['WELCOME-10', 'welcome10', ' Welcome 10 ', 'ｗｅｌｃｏｍｅ１０', 'wel-come_10'])(
  'WELCOME10 may be typed as %s',
  (typed) => expect(couponKey(typed)).toBe('welcome10'),
)

test('a code may be Chinese', () => expect(couponKey('双十一 - 2026')).toBe('双十一2026'))

describe('a discount', () => {
  test.for([
    ['10.00', 3_000, 300],
    ['12.50', 3_000, 375],
    ['33.33', 100, 33],
    ['0.50', 100, 1],
    ['0.49', 100, 0],
    ['15.00', 777, 117],
    ['100.00', 999_999_999_999, 999_999_999_999],
    ['0.01', 5_000, 1],
    ['0.01', 4_999, 0],
  ] as const)('of %s %% of %i fen is %i fen', ([percent, price, fen]) =>
    expect(discountFen({ percent, amount: null }, price)).toBe(fen),
  )

  test('of an amount is that amount, or the price where that is less', () => {
    expect(discountFen({ percent: null, amount: '5.00' }, 3_000)).toBe(500)
    expect(discountFen({ percent: null, amount: '50.00' }, 3_000)).toBe(3_000)
  })

  test('is never below 0 or over the price, and exact to half a fen', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.nat({ max: 999_999_999_999 }),
        (hundredths, price) => {
          const percent = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
          const fen = discountFen({ percent, amount: null }, price)
          expect(fen).toBeGreaterThanOrEqual(0)
          expect(fen).toBeLessThanOrEqual(price)
          const twice = 2n * (BigInt(fen) * 10_000n - BigInt(price) * BigInt(hundredths))
          expect(twice > -10_000n - 1n && twice <= 10_000n).toBe(true)
        },
      ),
    ))
})

describe('a coupon', () => {
  test('is good from its start, and not at its end any more', () => {
    expect(stateOf({ ...rules, startsAt: now, endsAt: soon }, now)).toBe('usable')
    expect(stateOf({ ...rules, startsAt: soon }, now)).toBe('upcoming')
    expect(stateOf({ ...rules, endsAt: now }, now)).toBe('ended')
  })

  test.for([
    [{}, {}, undefined],
    [{ active: false }, {}, 'off'],
    [{ maxUses: 3, used: 2 }, {}, undefined],
    [{ maxUses: 3, used: 3 }, {}, 'used_up'],
    [{ perAccount: 2 }, { uses: 1 }, undefined],
    [{ perAccount: 2 }, { uses: 2 }, 'used_by_you'],
    [{ firstOrderOnly: true }, { isFirst: true }, undefined],
    [{ firstOrderOnly: true }, { isFirst: false }, 'not_first'],
    [{ productIds: ['p'] }, {}, undefined],
    [{ planIds: ['q'] }, {}, undefined],
    [{ productIds: ['x'], planIds: ['q'] }, {}, undefined],
    [{ productIds: ['x'] }, {}, 'not_for_this'],
    [{ planIds: ['x'] }, {}, 'not_for_this'],
  ] as const)('with %o for an order with %o: %s', ([these, order, why]) =>
    expect(whyNot({ ...rules, ...these }, { ...asking, ...order }, now)).toBe(why),
  )

  test('says at once all that doesn’t fit together', () => {
    const wrong = {
      ...rules,
      code: '-a-',
      note: '',
      percent: null,
      amount: null,
      startsAt: soon,
      endsAt: now,
    }
    const problems = couponProblems({ ...wrong, maxUses: 1, used: 2 })
    expect(problems.map(({ path }) => path)).toEqual(['code', 'percent', 'ends_at', 'max_uses'])
  })
})
