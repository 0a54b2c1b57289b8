import { listener, task, timedTask } from '../../../platform/jobs.ts'
import { paymentReceivedType, paymentReversedType } from '../../money/payments/index.ts'
import { billOrder, creditRefund } from './billing/bill-order.ts'
import { lapseOrders } from './cancel-order.ts'
import { moneyReturnedType, orderPaidType, orderRefundedType } from './events.ts'
import { settle } from './hear-notice.ts'
import { markReversed } from './refunds/mark-reversed.ts'
import { renewDue } from './renewals/renew-due.ts'
import { tellPaid, tellRefunded, tellReturned } from './tell.ts'

export const orderJobs = [
  listener('orders.settle', paymentReceivedType, settle),
  listener('orders.mark_reversed', paymentReversedType, markReversed),
  listener('orders.bill', orderPaidType, billOrder),
  listener('orders.credit', orderRefundedType, creditRefund),
  listener('orders.tell_refunded', orderRefundedType, tellRefunded),
  listener('orders.tell_paid', orderPaidType, tellPaid),
  listener('orders.tell_returned', moneyReturnedType, tellReturned),
  task('orders.lapse', 60, lapseOrders),
  timedTask('orders.renew', 60, renewDue),
]
