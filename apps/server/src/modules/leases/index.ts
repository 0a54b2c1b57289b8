export { extendLease, leaseTopic, type Extended } from './extend-lease.ts'
export { days } from './term-model.ts'
export { countStanding, listByEnd, standsSo } from './ending/queries.ts'
export { undoGrant } from './undo-grant.ts'
export { importLease } from './import-lease.ts'
export { leaseJobs } from './jobs.ts'
export { alreadyUndone, leaseTooLong, undoTooLate } from './errors.ts'
export { viewOf, viewOfJson, type LeaseView } from './model.ts'
export {
  endsOf,
  entryById,
  entryOrder,
  leasesEnding,
  leasesRunning,
  listEntries,
  rechargesByDay,
  spentBy,
  standingColumns,
  timelineOf,
  timelinesOf,
  type LeaseEntry,
  type StandingEntry,
} from './queries.ts'
export { leasesMay } from './permissions.ts'
