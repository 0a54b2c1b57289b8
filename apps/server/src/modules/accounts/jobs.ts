import { forgetting } from '../../platform/retention.ts'
import { deleteRegistrations } from './queries.ts'

export const accountJobs = [
  forgetting('accounts.forget_registrations', deleteRegistrations, (keep) => keep.registrations_days),
]
