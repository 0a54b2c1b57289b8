import type { Module } from '../../../platform/module.ts'
import { leaseJobs } from './jobs.ts'

export { extendLease, leaseTopic, type Extended } from './extend-lease.ts'
export { back, days, months } from './term-model.ts'
export { grantDays } from './grant-days.ts'
export { lastEndsOf, leaseOf, leasesOf } from './lease-of.ts'
export { countStanding, listByEnd, standsSo } from './ending/queries.ts'
export { undoGrant } from './undo-grant.ts'
export { importLease } from './import-lease.ts'
export { alreadyUndone, leaseClosed, leaseTooLong, undoTooLate } from './errors.ts'
export { periodOf, previewLease, remainingOf, type Preview } from './preview-lease.ts'
export { leaseStates, stateOf, viewOf, type LeaseView } from './model.ts'
export {
  broughtTo,
  entryById,
  leaseById,
  leasesById,
  leasesHeldBy,
  entryOrder,
  leasesEnding,
  leasesRunning,
  listEntries,
  rechargesByDay,
  spentBy,
  standingColumns,
  type Lease,
  type LeaseEntry,
  type StandingEntry,
} from './queries.ts'
export { leasesMay } from './permissions.ts'

export const leases = { jobs: leaseJobs } satisfies Module
