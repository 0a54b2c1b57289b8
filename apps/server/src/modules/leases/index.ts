export { extendLease, leaseTopic, type Extended } from './extend-lease.ts'
export { days } from './term.ts'
export { standsSo } from './ending/queries.ts'
export { grantDays } from './grant-days.ts'
export { undoGrant } from './undo-grant.ts'
export { importLease } from './import-lease.ts'
export { leaseJobs } from './jobs.ts'
export { alreadyUndone, leaseTooLong, undoTooLate } from './errors.ts'
export { lastEndsOf, leaseOf } from './lease-of.ts'
export { viewOf } from './model.ts'
export {
  entryById,
  leasesEnding,
  leasesRunning,
  listByEnd,
  listEntries,
  rechargesByDay,
  standingColumns,
  type LeaseEntry,
  type StandingEntry,
} from './queries.ts'
export { leaseShape, meShape, presentLease, presentMe } from './present.ts'
export { leaseRoutes } from './rest.ts'
