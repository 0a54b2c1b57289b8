import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AmountError, formatAmount, MAX_FEN, multiplyRate, parseAmount, splitAmount } from './money.ts'

const anyFen = fc.oneof(fc.integer({ min: -MAX_FEN, max: MAX_FEN }), fc.integer({ min: -300, max: 300 }))

describe('reading and writing amounts', () => {
  test.for([
    ['0', 0],
    ['0.05', 5],
    ['12', 1200],
    ['12.3', 1230],
    ['12.34', 1234],
    ['9999999999.99', MAX_FEN],
  ] as const)('%s is %d fen', ([text, fen]) => {
    expect(parseAmount(text)).toBe(fen)
  })

  test.for([
    '',
    ' 1',
    '1\n',
    '.5',
    '1.',
    '1.234',
    '1e3',
    '+1',
    '-1',
    '--1',
    '01',
    '1,00',
    '1_0',
    '0x10',
    '１',
    'NaN',
    'Infinity',
    '10000000000',
    '10000000000.00',
  ])('%j is refused', (text) => {
    expect(() => parseAmount(text)).toThrow(AmountError)
  })

  test('a minus is read only where it is allowed, and minus nothing is nothing', () => {
    expect(parseAmount('-12.34', { signed: true })).toBe(-1234)
    expect(parseAmount('-0.00', { signed: true })).toBe(0)
    expect(() => parseAmount('--1', { signed: true })).toThrow(AmountError)
    expect(() => parseAmount('-10000000000', { signed: true })).toThrow(AmountError)
  })

  test('what was written reads back the same, always with two digits', () => {
    fc.assert(
      fc.property(anyFen, (fen) => {
        expect(formatAmount(fen)).toMatch(/^-?\d+\.\d\d$/)
        expect(parseAmount(formatAmount(fen), { signed: true })).toBe(fen)
      }),
    )
  })

  test('what is not whole fen is not written', () => {
    for (const wrong of [0.5, NaN, Infinity, MAX_FEN + 1, -MAX_FEN - 1]) {
      expect(() => formatAmount(wrong)).toThrow(AmountError)
    }
  })
})

describe('multiplying by a rate', () => {
  test.for([
    [100, '0.85', 85],
    [1, '0.5', 1],
    [1, '0.499999999999', 0],
    [-1, '0.5', -1],
    [3, '0.5', 2],
    [105, '0.1', 11],
    [MAX_FEN, '1.000000000000', MAX_FEN],
    [MAX_FEN, '0', 0],
  ] as const)('%d fen times %s is %d', ([fen, rate, product]) => {
    expect(multiplyRate(fen, rate)).toBe(product)
  })

  test('the result is the nearest fen, and a half goes away from zero', () => {
    fc.assert(
      fc.property(anyFen, fc.bigInt({ min: 0n, max: 10n ** 12n }), (fen, billionths) => {
        const rate = `${billionths / 10n ** 9n}.${String(billionths % 10n ** 9n).padStart(9, '0')}`
        const exact = BigInt(Math.abs(fen)) * billionths
        fc.pre(exact < BigInt(MAX_FEN) * 10n ** 9n)
        // Twice the distance from the exact product, in billionths of a fen.
        const distance = (BigInt(Math.abs(multiplyRate(fen, rate))) * 10n ** 9n - exact) * 2n
        expect(distance > -(10n ** 9n) && distance <= 10n ** 9n).toBe(true)
        expect(multiplyRate(-fen, rate) + multiplyRate(fen, rate)).toBe(0)
      }),
    )
  })

  test('a rate that is no plain decimal, and a result that does not fit, are refused', () => {
    for (const wrong of ['', '-0.5', '1e-1', '.5', '0.1234567890123', '1000000000', '50%']) {
      expect(() => multiplyRate(100, wrong)).toThrow(AmountError)
    }
    expect(() => multiplyRate(MAX_FEN, '1.01')).toThrow(AmountError)
    expect(() => multiplyRate(0.5, '1')).toThrow(AmountError)
  })
})

describe('splitting', () => {
  const anyWeights = fc
    .array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 12 })
    .filter((weights) => weights.some((weight) => weight > 0))

  test('a fen that does not divide is neither lost nor made', () => {
    expect(splitAmount(100, [1, 1, 1])).toEqual([33, 33, 34])
    expect(splitAmount(1, [0, 1])).toEqual([0, 1])
  })

  test('the parts add up exactly, and each is less than a fen from its share', () => {
    fc.assert(
      fc.property(anyFen, anyWeights, (fen, weights) => {
        const parts = splitAmount(fen, weights)
        const total = BigInt(weights.reduce((sum, weight) => sum + weight, 0))
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(fen)
        for (const [place, weight] of weights.entries()) {
          const off = BigInt(parts[place] ?? NaN) * total - BigInt(fen) * BigInt(weight)
          expect(off < total && off > -total).toBe(true)
        }
      }),
    )
  })

  test('weights that share out nothing, and broken ones, are refused', () => {
    for (const wrong of [[], [0, 0], [2, -1], [0.5], [NaN]]) {
      expect(() => splitAmount(100, wrong)).toThrow(AmountError)
    }
    expect(() => splitAmount(0.5, [1])).toThrow(AmountError)
  })
})
