import type { Module } from '../../../platform/module.ts'
import { couponRoutes } from './rest.ts'

export { couponUnusable } from './errors.ts'
export { discountFen } from './model.ts'
export type { Coupon } from './queries.ts'
export { giveBackCoupon, takeCoupon } from './take-coupon.ts'
export { lockUsableCoupon, usableCoupon, type CouponName } from './usable-coupon.ts'

export const coupons = { routes: couponRoutes } satisfies Module
