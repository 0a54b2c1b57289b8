import type { Module } from '../../../platform/module.ts'
import { paymentJobs } from './jobs.ts'
import { paymentRoutes } from './rest.ts'

export { askPayment } from './ask-payment.ts'
export { beginPayment } from './begin-payment.ts'
export { gatewayUnavailable, noticeRefused, unknownGateway } from './errors.ts'
export { paymentReceivedType, type Received } from './events.ts'
export { failPaymentsFor } from './fail-payment.ts'
export { gatewayById } from './gateways.ts'
export { verdicts } from './model.ts'
export { openPayment } from './open-payment.ts'
export { paymentsMay } from './permissions.ts'
export { noticesOf, paymentById, paymentsFor, type Payment } from './queries.ts'
export { replayNotice } from './replay-notice.ts'
export { actionShape } from './rest.ts'
export { takeNotice, type Judged } from './take-notice.ts'

export const payments = { routes: paymentRoutes, jobs: paymentJobs } satisfies Module
