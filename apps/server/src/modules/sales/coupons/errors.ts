import { refusal, type Text } from '@lessor/kit'
import { constraintOf } from '../../../platform/db.ts'
import { validationFailed } from '../../../platform/refusals.ts'
import type { WhyNot } from './model.ts'

const unusable = refusal('coupon_unusable', 'conflict', { en: '{reason}', zh: '{reason}' })

const unknown: Text = { en: 'There is no such coupon.', zh: '没有这张优惠券。' }

const reasons: Readonly<Record<WhyNot, Text>> = {
  // What staff turned off is there no more, for customers.
  off: unknown,
  upcoming: { en: 'This coupon can’t be used yet.', zh: '该优惠券尚未到使用时间。' },
  ended: { en: 'This coupon has ended.', zh: '该优惠券已过期。' },
  used_up: { en: 'This coupon is used up.', zh: '该优惠券已被领完。' },
  not_for_this: { en: 'This coupon is not for this plan.', zh: '该优惠券不适用于此套餐。' },
  used_by_you: { en: 'You have used this coupon already.', zh: '您已使用过该优惠券。' },
  not_first: { en: 'This coupon is for your first order only.', zh: '该优惠券仅限首单使用。' },
}

/** Why an order can't have a coupon. */
export const couponUnusable = Object.assign(
  (why: WhyNot | 'unknown') => unusable({ params: { reason: why === 'unknown' ? unknown : reasons[why] } }),
  { type: unusable },
)

export const couponCodeTaken = refusal('coupon_code_taken', 'conflict', {
  en: 'There is a coupon with this code.',
  zh: '已有相同券码的优惠券。',
})

const problemAt = (path: string, message: Text) => () => validationFailed({ problems: [{ path, message }] })

const noProduct = problemAt('product_ids', { en: 'There is no such product', zh: '没有这个商品' })
const noPlan = problemAt('plan_ids', { en: 'There is no such plan', zh: '没有这个套餐' })

/** What the database refuses, by the constraint that a write ran into. */
const refusals: Readonly<Record<string, () => Error>> = {
  coupons_coupon_code: couponCodeTaken,
  coupons_scope_product_id_catalog_product_id_fk: noProduct,
  coupons_scope_plan_id_catalog_plan_id_fk: noPlan,
}

/** Runs a write; what a constraint refuses becomes its refusal. */
export async function refusing<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    throw refusals[constraintOf(error)]?.() ?? error
  }
}
