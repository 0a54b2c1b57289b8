import { task } from '../../../platform/jobs.ts'
import { digestHours } from './digest-hours.ts'

export const ledgerJobs = [task('ledger.digest', 600, digestHours)]
