import { listener, task } from '../../../platform/jobs.ts'
import { forgetting } from '../../../platform/retention.ts'
import { askDue } from './ask-payment.ts'
import { clearDoubts } from './clear-doubts.ts'
import { sendRefunds } from './refunds/send-refunds.ts'
import { paymentReceivedType } from './events.ts'
import { deleteOldNotices } from './queries.ts'
import { tellToppedUp } from './tell-topped-up.ts'

export const paymentJobs = [
  task('payments.ask_due', 10, askDue),
  task('payments.send_refunds', 10, sendRefunds),
  listener('payments.tell_topped_up', paymentReceivedType, tellToppedUp),
  task('payments.clear_doubts', 60, clearDoubts),
  forgetting('payments.forget_notices', deleteOldNotices, (keep) => keep.payment_notices_days),
]
