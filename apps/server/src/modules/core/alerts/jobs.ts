import type { Job } from '../../../platform/jobs.ts'
import { forgetting } from '../../../platform/retention.ts'
import { deleteOldAlerts } from './queries.ts'

export const alertJobs: readonly Job[] = [
  forgetting('alerts.forget', deleteOldAlerts, (keep) => keep.mails_days),
]
