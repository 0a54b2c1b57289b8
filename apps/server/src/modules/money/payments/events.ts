import { eventType } from '../../../platform/events.ts'
import type { PaidFor } from './model.ts'

export interface Received {
  readonly payment_id: string
  readonly account_id: string
  readonly for_kind: PaidFor
  readonly for_id: string
}

export const paymentReceivedType = eventType<Received>('payments.payment_received.v1')

/** Money came in: it is held for what it is for, or already in the wallet. */
export const paymentReceived = (received: Received) => paymentReceivedType([received.payment_id], received)

export const paymentFailedType = eventType<Received>('payments.payment_failed.v1')

/** An attempt ended without money; `nth` tells apart the ends of an attempt that lived again. */
export const paymentFailed = (failed: Received, nth: number) =>
  paymentFailedType([failed.payment_id, String(nth)], failed)
