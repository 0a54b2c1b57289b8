import type { Services } from '../../../platform/command.ts'
import { allHeld, verifyLedger, type LedgerProblem } from '../../money/ledger/index.ts'
import { closedAmong, creditGaps } from './queries.ts'

/** Money is held for an order that needs none. */
interface HeldForClosed {
  readonly kind: 'held_for_closed'
  readonly of: string
  readonly amount: string
}

/** Orders of an account were credited with another amount than its other orders gave up for it. */
interface CreditGap {
  readonly kind: 'credit_gap'
  /** The account. */
  readonly of: string
  readonly credited: string
  readonly moved: string
}

export type BooksProblem = LedgerProblem | HeldForClosed | CreditGap

/** Checks the ledger by itself, and against the orders. */
export async function verifyBooks(
  services: Pick<Services, 'db'>,
): Promise<{ readonly entries: number; readonly problems: readonly BooksProblem[] }> {
  const { entries, problems } = await verifyLedger(services)
  const held = new Map((await allHeld.all(services.db, {})).map(({ of, balance }) => [of, balance]))
  const closed = await closedAmong.all(services.db, { ids: [...held.keys()] })
  const idle = closed.map(
    ({ id }) => ({ kind: 'held_for_closed', of: id, amount: held.get(id) ?? '' }) as const,
  )
  const gaps = (await creditGaps.all(services.db, {})).map(
    ({ accountId: of, credited, moved }) => ({ kind: 'credit_gap', of, credited, moved }) as const,
  )
  return { entries, problems: [...problems, ...idle, ...gaps] }
}
