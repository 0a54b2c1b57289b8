import { describe, expect, test } from 'vitest'
import { amountsOf, monthPlus, monthsFrom, sumOf } from './model.ts'

describe('months', () => {
  test.each([
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-07', -11, '2025-08'],
    ['2024-02', 12, '2025-02'],
  ])('%s and %i is %s', (month, count, wanted) => expect(monthPlus(month, count)).toBe(wanted))

  test('go over the end of a year, and none go backwards', () => {
    expect(monthsFrom('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
    expect(monthsFrom('2026-11', '2026-10')).toEqual([])
  })
})

const moved = {
  income: '100.00',
  refunded: '30.00',
  tax: '6.00',
  fees: '1.20',
  cost: '20.00',
  losses: '5.00',
}

test('what is sold less what is given back is earned, but for what the time to come grew by', () => {
  expect(amountsOf(moved, 1_000, 4_000)).toMatchObject({ earned: 4_000, unearned: 4_000, margin: 4_380 })
  expect(amountsOf(undefined, 1_000, 400)).toMatchObject({ income: 0, earned: 600, unearned: 400, margin: 0 })
})

test('a sum of months has what was not yet earned at the last of them', () => {
  const months = [amountsOf(moved, 0, 4_000), amountsOf(undefined, 4_000, 1_500)]
  const sum = sumOf(months, months.slice(-1))
  expect(sum).toMatchObject({ income: 10_000, earned: 5_500, unearned: 1_500 })
  expect(sum.earned + sum.unearned + sum.refunded).toBe(sum.income)
})
