import { listLink } from '../../../pieces/list-link.ts'

export const ordersPath = '/orders'
export const orderLink = (id: string) => `/orders/${id}`
export const ordersWithCoupon = (couponId: string) =>
  listLink<'/api/admin/orders'>(ordersPath, { coupon_id: couponId })
export const ordersOf = (accountId: string) =>
  listLink<'/api/admin/orders'>(ordersPath, { account_id: accountId })
