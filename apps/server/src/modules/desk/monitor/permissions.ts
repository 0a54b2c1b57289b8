import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const monitorMay = {
  readHealth: permission('health.read'),
  retryJobs: permission('jobs.retry'),
}
