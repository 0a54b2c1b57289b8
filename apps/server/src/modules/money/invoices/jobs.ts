import { listener, task, timedTask, type Job } from '../../../platform/jobs.ts'
import { draftReadyType } from './events.ts'
import { markOverdue } from './mark-overdue.ts'
import { numberDue } from './number-due.ts'

export const invoiceJobs: readonly Job[] = [
  task('invoices.number_due', 60, numberDue),
  // The first of several numbers them all; the others find nothing to do.
  listener('invoices.number_ready', draftReadyType, numberDue, { concurrency: 1 }),
  timedTask('invoices.mark_overdue', 600, markOverdue),
]
