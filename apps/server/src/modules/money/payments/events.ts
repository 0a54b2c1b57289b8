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

export const paymentReversedType = eventType<Received>('payments.payment_reversed.v1')

/** A gateway took a payment back from us; once for each payment. */
export const paymentReversed = (reversed: Received) => paymentReversedType([reversed.payment_id], reversed)

export const paymentFailedType = eventType<Received>('payments.payment_failed.v1')

/** An attempt ended without money; `nth` tells apart the ends of an attempt that lived again. */
export const paymentFailed = (failed: Received, nth: number) =>
  paymentFailedType([failed.payment_id, String(nth)], failed)
