import { describe, expect, test } from 'vitest'
import { AmountError, priceOptions, pricePerMonth, type PlanOption, type PlanTerm } from './index.ts'

const monthly: PlanTerm = { cycle: 'monthly', days: null }
const quarterly: PlanTerm = { cycle: 'quarterly', days: null }
const yearly: PlanTerm = { cycle: 'yearly', days: null }
const ofDays = (days: number): PlanTerm => ({ cycle: 'days', days })

describe('a month of a plan comes to its price by the length of its term', () => {
  test.each([
    ['30.00', monthly, '30.00'],
    ['100.00', quarterly, '33.33'],
    ['0.05', yearly, '0.00'],
    ['0.06', yearly, '0.01'],
    ['99.99', yearly, '8.33'],
    ['7.00', ofDays(7), '30.00'],
    ['1.00', ofDays(365), '0.08'],
    ['10', ofDays(30), '10.00'],
    ['99999999.99', ofDays(1), '2999999999.70'],
  ])('%s of %o: %s', (price, term, perMonth) => {
    expect(pricePerMonth(price, term)).toBe(perMonth)
  })

  test('what is more than an amount holds is refused', () => {
    expect(() => pricePerMonth('9999999999.99', ofDays(1))).toThrow(AmountError)
  })
})

describe('options add their price for the whole term', () => {
  const memory: PlanOption = {
    key: 'memory',
    label: 'Memory',
    choices: [
      { key: 'small', label: '1 GB', price: '0.00' },
      { key: 'large', label: '4 GB', price: '10.01' },
    ],
  }
  const address: PlanOption = { key: 'ip', label: 'IP', choices: [{ key: 'one', label: '1', price: '5.00' }] }
  const options = [memory, address]

  test.each([
    [monthly, 1501],
    [quarterly, 4503],
    [yearly, 18012],
    [ofDays(30), 1501],
    [ofDays(10), 334 + 167],
  ])('%o', (term, fen) => {
    const priced = priceOptions(options, { memory: 'large' }, term)
    expect(priced).toEqual({ fen, chosen: { memory: 'large', ip: 'one' }, unknown: [] })
  })

  test('what isn’t named is the first choice; what there isn’t is said', () => {
    expect(priceOptions(options, {}, monthly)).toMatchObject({ fen: 500, chosen: { memory: 'small' } })
    const { unknown } = priceOptions(options, { memory: 'huge', toString: 'x', disk: '1' }, monthly)
    expect(unknown).toEqual(['memory', 'toString', 'disk'])
  })
})
