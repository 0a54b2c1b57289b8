import { useFormat } from '@lessor/ui'
import { useTexts } from '../../../texts.ts'
import type { Coupon } from './state.tsx'

/** A coupon in words. */
export function useCouponWords() {
  const t = useTexts()
  const format = useFormat()
  return {
    worth: ({ percent, amount }: Coupon) =>
      percent === null
        ? t('coupons.amountOff', { amount: amount ?? '' })
        : t('coupons.percentOff', { percent: Number(percent) }),
    dates: ({ starts_at: starts, ends_at: ends }: Coupon) =>
      [
        starts && t('coupons.from', { from: format.day(starts) }),
        ends && t('coupons.to', { to: format.day(lastMoment(ends)) }),
      ]
        .filter(Boolean)
        .join(' ') || t('coupons.always'),
    uses: ({ used, max_uses: max }: Coupon) =>
      max === null
        ? format.number(used)
        : t('coupons.usesOf', { used: format.number(used), max: format.number(max) }),
    limit: (n: number | null) => (n === null ? t('coupons.unlimited') : format.number(n)),
    scope: ({ product_ids: products, plan_ids: plans }: Coupon) =>
      [
        products.length > 0 && t('coupons.someProducts', { count: products.length }),
        plans.length > 0 && t('coupons.somePlans', { count: plans.length }),
      ]
        .filter(Boolean)
        .join(' · ') || t('coupons.everything'),
  }
}

/** The last moment before an end, which lies on the last day. */
export const lastMoment = (end: string): Date => new Date(Date.parse(end) - 1)
