import type { Module } from '../../../platform/module.ts'
import { orderJobs } from './jobs.ts'
import { leaseRoutes } from './renewals/rest-leases.ts'
import { noticeRoutes } from './rest-notice.ts'
import { billingRoutes } from './billing/rest-billing.ts'
import { refundRoutes } from './refunds/rest-refund.ts'
import { reversalRoutes } from './refunds/rest-reversal.ts'
import { renewalRoutes } from './renewals/rest-renewals.ts'
import { staffRoutes } from './rest-staff.ts'
import { customerRoutes } from './rest.ts'

export { askAndSettle } from './ask-and-settle.ts'
export { cancelOrder } from './cancel-order.ts'
export { createOrder } from './create-order.ts'
export { payOrder } from './pay-order.ts'
export { findOrders, orderFilters, presentForStaff } from './rest-orders.ts'
export { settle } from './hear-notice.ts'
export { completeOrder, giveUpOrder, lockPaid } from './end-brought.ts'
export { orderPaidType } from './events.ts'
export { fulfilledBy } from './fulfil.ts'
export { partOf } from './model.ts'
export { orderById, type Order } from './queries.ts'
export { replayAndSettle } from './replay-and-settle.ts'
export { verifyBooks, type BooksProblem } from './verify-books.ts'
export { storyOf } from './story.ts'

export const orders = {
  routes: [
    ...customerRoutes,
    ...staffRoutes,
    ...refundRoutes,
    ...reversalRoutes,
    ...billingRoutes,
    ...noticeRoutes,
    ...leaseRoutes,
    ...renewalRoutes,
  ],
  jobs: orderJobs,
} satisfies Module
