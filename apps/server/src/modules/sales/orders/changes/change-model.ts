import { splitAmount } from '@lessor/kit'

// What a change of a lease gives up is worth, and where that goes; amounts in fen, times in ms.

interface Brought {
  readonly sourceId: string | null
  readonly ms: number
}

/** How much is left of what each source brought, the newest first: what came last is used last. */
export function leftOfEach(brought: readonly Brought[], remainingMs: number): Map<string, number> {
  const left = new Map<string, number>()
  let restMs = remainingMs
  for (const { sourceId, ms } of brought) {
    const its = Math.min(ms, restMs)
    if (sourceId && its > 0) left.set(sourceId, (left.get(sourceId) ?? 0) + its)
    restMs -= its
  }
  return left
}

/** An order whose period is open. */
export interface OpenPeriod {
  readonly id: string
  readonly totalFen: number
  readonly creditFen: number
  readonly refundedFen: number
  readonly movedFen: number
  readonly broughtMs: number
  readonly leftMs: number
}

/** What is unused of a period: of what it was worth, not of what was paid last. */
export function unusedOf(period: Omit<OpenPeriod, 'id'>): number {
  const { totalFen, creditFen, refundedFen, movedFen, broughtMs, leftMs } = period
  const worthFen = totalFen + creditFen - refundedFen - movedFen
  if (worthFen <= 0) return 0
  return splitAmount(worthFen, [broughtMs - leftMs, leftMs])[1] ?? 0
}

/** An order that was paid before, and how much of it can still be given back. */
export type Payer = Pick<OpenPeriod, 'id' | 'totalFen' | 'refundedFen' | 'movedFen'>

/** What becomes of an order that a change credits: moved to the new order, and refunded into the wallet. */
export interface Given {
  readonly id: string
  readonly movedFen: number
  readonly refundedFen: number
}

/**
 * Divides what open periods are worth: what the new order needs is moved to it, the rest is refunded out of what was paid,
 * the newest order first, and where a period was itself paid by credit, out of the order that the credit came from. So no
 * order gives back more than was paid for it. `earlier` are the other paid orders of the lease, the newest first.
 */
export function divide(periods: readonly OpenPeriod[], earlier: readonly Payer[], restFen: number): Given[] {
  let openFen = restFen
  const take = (mostFen: number) => {
    const fen = Math.max(0, Math.min(mostFen, openFen))
    openFen -= fen
    return fen
  }
  const given = periods.map((period) => {
    const fen = unusedOf(period)
    const refundedFen = take(Math.min(fen, period.totalFen - period.refundedFen))
    return { id: period.id, movedFen: fen - refundedFen, refundedFen }
  })
  const returned = earlier.map(({ id, totalFen, refundedFen, movedFen }) => {
    const fen = take(Math.min(movedFen, totalFen - refundedFen))
    return { id, movedFen: 0 - fen, refundedFen: fen }
  })
  if (openFen > 0) throw new Error(`Of a change, ${openFen} fen come from no order`)
  return [...given, ...returned.filter((one) => one.refundedFen > 0)]
}
