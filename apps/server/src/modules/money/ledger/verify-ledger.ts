import type { Services } from '../../../platform/command.ts'
import { entriesOf } from '../../core/audit/index.ts'
import { brokenDigests, brokenSteps, digests, wrongBalances, countEntries } from './queries.ts'

/**
 * What is wrong with the books: a kept balance doesn't follow from its entries; a balance isn't what its entries sum to; an
 * hour's entries aren't those that were digested, or the audit log holds another digest of it.
 */
export type LedgerProblem =
  | { readonly kind: 'step_broken'; readonly account: string; readonly of: string; readonly entryId: string }
  | { readonly kind: 'balance_differs'; readonly account: string; readonly of: string }
  | { readonly kind: 'hour_changed' | 'not_as_audited'; readonly until: string }

export interface Verified {
  readonly entries: number
  readonly problems: readonly LedgerProblem[]
}

/** Recomputes every kept balance and every digest from the entries; the first hundred problems of each kind. */
export async function verifyLedger({ db }: Pick<Services, 'db'>): Promise<Verified> {
  const steps = await brokenSteps.all(db, {})
  const balances = await wrongBalances.all(db, {})
  const hours = await brokenDigests.all(db, {})
  const audited = new Map(
    (await entriesOf.all(db, { action: 'ledger.digested' })).map(
      ({ subjectId, after }) => [subjectId, after] as const,
    ),
  )
  const strayed = (await digests.all(db, {})).filter(({ until, digest }) => {
    const noted = audited.get(until.toISOString()) as { digest?: unknown } | undefined
    return noted?.digest !== digest
  })
  const { entries } = await countEntries.one(db, {})
  return {
    entries,
    problems: [
      ...steps.map((one) => ({ kind: 'step_broken', ...one }) as const),
      ...balances.map((one) => ({ kind: 'balance_differs', ...one }) as const),
      ...hours.map(({ until }) => ({ kind: 'hour_changed', until: until.toISOString() }) as const),
      ...strayed.map(({ until }) => ({ kind: 'not_as_audited', until: until.toISOString() }) as const),
    ],
  }
}
