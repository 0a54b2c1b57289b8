import { task } from '../../platform/jobs.ts'
import { expireLeases } from './expire-leases.ts'

export const leaseJobs = [task('leases.expire', 30, expireLeases)]
