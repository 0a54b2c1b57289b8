import { timedTask } from '../../../platform/jobs.ts'
import { armLeases } from './arm-leases.ts'
import { expireLeases } from './expire-leases.ts'

export const leaseJobs = [
  timedTask('leases.expire', 30, expireLeases),
  // Reads every lease that runs.
  timedTask('leases.arm', 3_600, armLeases),
]
