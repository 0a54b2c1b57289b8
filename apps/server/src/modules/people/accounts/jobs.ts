import { task } from '../../../platform/jobs.ts'
import { forgetting } from '../../../platform/retention.ts'
import { fillSearch } from './fill-search.ts'
import { deleteRegistrations } from './registrations/queries.ts'

export const accountJobs = [
  forgetting('accounts.forget_registrations', deleteRegistrations, (keep) => keep.registrations_days),
  task('accounts.fill_search', 60, fillSearch),
]
