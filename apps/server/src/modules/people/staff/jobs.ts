import { forgetting } from '../../../platform/retention.ts'
import { deleteOldSessions } from './queries.ts'

export const staffJobs = [
  forgetting('staff.forget_sessions', deleteOldSessions, (keep) => keep.sessions_days),
]
