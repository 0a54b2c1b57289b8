import { task } from '../../../platform/jobs.ts'
import { tellSummary } from './tell-summary.ts'

export const summaryJobs = [task('summary.tell', 300, tellSummary)]
