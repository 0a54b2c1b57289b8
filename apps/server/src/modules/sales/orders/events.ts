import { eventType } from '../../../platform/events.ts'

export interface OrderPaid {
  readonly order_id: string
  readonly account_id: string
  readonly product_id: string
  readonly kind: string
}

export const orderPaidType = eventType<OrderPaid>('orders.order_paid.v1')

/** An order was paid; once for each order. */
export const orderPaid = (paid: OrderPaid) => orderPaidType([paid.order_id], paid)

export interface MoneyReturned {
  readonly order_id: string
  readonly amount: string
}

export const moneyReturnedType = eventType<MoneyReturned>('orders.money_returned.v1')

/** Money for an order that didn't need it is in the wallet now; `act` is what put it there. */
export const moneyReturned = (act: string, returned: MoneyReturned) => moneyReturnedType([act], returned)

export interface OrderRefunded {
  readonly order_id: string
  readonly refund_id: string
  readonly amount: string
}

export const orderRefundedType = eventType<OrderRefunded>('orders.order_refunded.v1')

/** Money of a paid order was given back; once for each refund. */
export const orderRefunded = (refunded: OrderRefunded) => orderRefundedType([refunded.refund_id], refunded)
