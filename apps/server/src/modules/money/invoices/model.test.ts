import { taxOf } from '@lessor/kit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditOf, totalsOf } from './model.ts'

const rate = fc.constantFrom('0', '1', '3', '6', '6.5', '9', '13', '20.0001')
const line = fc.record({ amountFen: fc.integer({ min: 0, max: 5_000_000 }), taxRate: rate })
const lines = fc.array(line, { minLength: 1, maxLength: 8 })
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

test('30.00 with 6 % inside are 28.30 and 1.70', () => {
  const totals = totalsOf([{ amountFen: 3_000, taxRate: '6' }], true)
  expect(totals).toEqual({ netFen: 2_830, taxFen: 170, totalFen: 3_000, taxes: [170] })
})

test('refunded in thirds the tax is 0.56, 0.57, 0.57', () => {
  const of = [{ amountFen: 3_000, taxRate: '6' }]
  const thirds = [0, 1_000, 2_000].map((before) => creditOf(of, true, before, 1_000)[0]?.taxFen)
  expect(thirds).toEqual([56, 57, 57])
})

test('on top of 30.00 come 1.80 at 6 %', () => {
  const totals = totalsOf([{ amountFen: 3_000, taxRate: '6' }], false)
  expect(totals).toMatchObject({ netFen: 3_000, taxFen: 180, totalFen: 3_180 })
})

test('tax is counted once on the sum, not by line', () => {
  const three = [333, 333, 334].map((amountFen) => ({ amountFen, taxRate: '13' }))
  expect(totalsOf(three, true).taxFen).toBe(taxOf(1_000, '13', true))
  expect(totalsOf(three, false).taxFen).toBe(130)
})

test('net and tax are the total, and the lines have all of the tax', () =>
  fc.assert(
    fc.property(lines, fc.boolean(), (of, inclusive) => {
      const { netFen, taxFen, totalFen, taxes } = totalsOf(of, inclusive)
      expect(netFen + taxFen).toBe(totalFen)
      expect(sum(taxes)).toBe(taxFen)
      expect(Math.min(...taxes)).toBeGreaterThanOrEqual(0)
      const priced = sum(of.map(({ amountFen }) => amountFen))
      expect(inclusive ? totalFen : netFen).toBe(priced)
    }),
  ))

test('whatever the parts, a whole refund returns the whole tax', () =>
  fc.assert(
    fc.property(lines, fc.boolean(), fc.array(fc.nat(1_000_000)), (of, inclusive, cuts) => {
      const { totalFen, taxFen } = totalsOf(of, inclusive)
      const ends = [...new Set([...cuts.filter((cut) => cut < totalFen), totalFen])].toSorted((a, b) => a - b)
      const parts = ends.flatMap((end, i) => {
        const before = ends[i - 1] ?? 0
        return creditOf(of, inclusive, before, end - before)
      })
      expect(sum(parts.map(({ grossFen }) => grossFen))).toBe(totalFen)
      expect(sum(parts.map((part) => part.taxFen))).toBe(taxFen)
      for (const part of parts) {
        expect(part.taxFen).toBeGreaterThanOrEqual(0)
        expect(part.taxFen).toBeLessThanOrEqual(part.grossFen)
      }
    }),
  ))
