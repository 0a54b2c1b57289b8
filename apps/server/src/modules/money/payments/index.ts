import type { Module } from '../../../platform/module.ts'
import { paymentJobs } from './jobs.ts'
import { refundRoutes } from './rest-refunds.ts'
import { topUpRoutes } from './rest-top-ups.ts'
import { paymentRoutes } from './rest.ts'

export { askPayment } from './ask-payment.ts'
export { beginPayment } from './begin-payment.ts'
export {
  gatewayUnavailable,
  notConfirmable,
  noticeRefused,
  overRefund,
  reversalDecided,
  transactionTaken,
  unknownGateway,
} from './errors.ts'
export { noteFee } from './note-fee.ts'
export { paymentReceivedType, paymentReversedType, type Received } from './events.ts'
export { confirmPayment } from './confirm-payment.ts'
export { findNotices } from './rest-notices.ts'
export { findPayments, paymentFilters, presentForStaff } from './rest-payments.ts'
export { openRefund } from './refunds/open-refund.ts'
export { refundsFor } from './refunds/queries.ts'
export { failPayments } from './fail-payment.ts'
export { gatewayById, openGateways } from './gateways.ts'
export { paymentStates, reversalDecisions, verdicts, type ReversalDecision } from './model.ts'
export { openPayment } from './open-payment.ts'
export { paymentsMay } from './permissions.ts'
export {
  lockPendingFor,
  noticesOf,
  paymentById,
  paymentsFor,
  paymentsInStatement,
  type Payment,
} from './queries.ts'
export { decideReversal } from './reversals/queries.ts'
export { replayNotice } from './replay-notice.ts'
export { begunShape, presentBegun } from './rest-begun.ts'
export { confirmation } from './rest.ts'
export { beginTopUp } from './top-up.ts'
export { takeNotice, type Judged } from './take-notice.ts'

export const payments = {
  routes: [...paymentRoutes, ...refundRoutes, ...topUpRoutes],
  jobs: paymentJobs,
} satisfies Module
