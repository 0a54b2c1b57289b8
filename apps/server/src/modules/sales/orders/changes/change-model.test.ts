import fc from 'fast-check'
import { expect, test } from 'vitest'
import { divide, leftOfEach, unusedOf, type OpenPeriod } from './change-model.ts'

interface Change {
  /** Of the plan that is changed to, in fen. */
  readonly price: number
  /** How much of the running period is left, in ms of the 1,000 that each brings. */
  readonly leftMs: number
}

const changes = fc.array(
  fc.record({ price: fc.integer({ min: 0, max: 20_000 }), leftMs: fc.integer({ min: 0, max: 1_000 }) }),
  { maxLength: 12 },
)

/** A lease that is changed again and again: its orders, the newest first. */
function changed(first: number, all: readonly Change[]): { orders: OpenPeriod[]; returnedFen: number } {
  const begin = (id: number, totalFen: number, creditFen: number): OpenPeriod => ({
    ...{ id: String(id), totalFen, creditFen, refundedFen: 0, movedFen: 0 },
    ...{ broughtMs: 1_000, leftMs: 1_000 },
  })
  let orders = [begin(0, first, 0)]
  let returnedFen = 0
  for (const { price, leftMs } of all) {
    const [running, ...earlier] = orders.map((order, i) => (i === 0 ? { ...order, leftMs } : order))
    if (!running) break
    const unusedFen = unusedOf(running)
    const creditFen = Math.min(price, unusedFen)
    const given = divide([running], earlier, unusedFen - creditFen)
    const sum = (of: 'movedFen' | 'refundedFen') => given.reduce((all, one) => all + one[of], 0)
    expect([sum('movedFen'), sum('refundedFen')]).toEqual([creditFen, unusedFen - creditFen])
    returnedFen += sum('refundedFen')
    const after = [running, ...earlier].map((order) => {
      const mine = given.find(({ id }) => id === order.id) ?? { movedFen: 0, refundedFen: 0 }
      return {
        ...order,
        movedFen: order.movedFen + mine.movedFen,
        refundedFen: order.refundedFen + mine.refundedFen,
      }
    })
    orders = [begin(orders.length, price - creditFen, creditFen), ...after]
  }
  return { orders, returnedFen }
}

test('however often a lease is changed, no order gives back more than was paid for it, and no fen is lost', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), changes, (first, all) => {
      const { orders, returnedFen } = changed(first, all)
      for (const { totalFen, creditFen, refundedFen, movedFen } of orders) {
        expect(refundedFen).toBeGreaterThanOrEqual(0)
        expect(refundedFen).toBeLessThanOrEqual(totalFen)
        expect(movedFen).toBeGreaterThanOrEqual(0)
        expect(refundedFen + movedFen).toBeLessThanOrEqual(totalFen + creditFen)
      }
      const sum = (of: 'creditFen' | 'movedFen' | 'refundedFen') =>
        orders.reduce((all, one) => all + one[of], 0)
      expect(sum('refundedFen')).toBe(returnedFen)
      // What moved on is what later orders were credited, less what came back from further on.
      expect(sum('movedFen')).toBeLessThanOrEqual(sum('creditFen'))
    }),
    { numRuns: 1_000 },
  )
})

test('what came last is used last', () => {
  const brought = [
    { sourceId: 'new', ms: 300 },
    { sourceId: null, ms: 200 },
    { sourceId: 'old', ms: 500 },
  ]
  expect([...leftOfEach(brought, 250)]).toEqual([['new', 250]])
  expect([...leftOfEach(brought, 600)]).toEqual([
    ['new', 300],
    ['old', 100],
  ])
})
