import { expect, test } from 'vitest'
import { isTaxRate, taxOf } from './tax.ts'

test.for([
  [3_000, '6', true, 170],
  [3_000, '6', false, 180],
  [3_000, '0', true, 0],
  [5_583, '20.0001', true, 931],
  [999_999_999_999, '99.9999', false, 999_998_999_999],
  [0, '13', true, 0],
] as const)('of %i fen at %s %% (inside: %s) %i are tax', ([fen, rate, inclusive, tax]) =>
  expect(taxOf(fen, rate, inclusive)).toBe(tax),
)

test.for([
  ['0', true],
  ['6', true],
  ['6.5', true],
  ['99.9999', true],
  ['100', false],
  ['-1', false],
  ['06', false],
  ['6,5', false],
  ['', false],
] as const)('%s is a tax rate: %s', ([text, is]) => expect(isTaxRate(text)).toBe(is))

test('what is no rate is never counted with', () => expect(() => taxOf(100, '6 %', true)).toThrow(RangeError))
