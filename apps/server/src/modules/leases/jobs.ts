import { timedTask } from '../../platform/jobs.ts'
import { armLeases } from './ending/arm.ts'
import { expireLeases } from './expire-leases.ts'

export const leaseJobs = [
  timedTask('leases.expire', 30, expireLeases),
  // Reads every lease that runs.
  timedTask('leases.arm', 3_600, armLeases),
]
