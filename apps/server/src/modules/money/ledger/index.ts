import type { Module } from '../../../platform/module.ts'
import { ledgerJobs } from './jobs.ts'
import { ledgerRoutes } from './rest.ts'

export { insufficientFunds } from './errors.ts'
export { entryFilters, findEntries } from './rest-entries.ts'
export {
  adjustments,
  fees,
  gateway,
  held,
  income,
  losses,
  move,
  refunding,
  tax,
  vouchers,
  wallet,
  type Movement,
} from './model.ts'
export { availableFen, post } from './post.ts'
export { allHeld, balanceOf, entriesAbout, lockBalance } from './queries.ts'
export { verifyLedger, type LedgerProblem } from './verify-ledger.ts'

export const ledger = { routes: ledgerRoutes, jobs: ledgerJobs } satisfies Module
