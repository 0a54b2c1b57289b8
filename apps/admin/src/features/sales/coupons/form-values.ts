import { dayOf, startOfDayPlus, startOfNamedDay } from '@lessor/kit'
import { plain } from '../../../pieces/whole-field.tsx'
import type { Coupon } from './state.tsx'
import { lastMoment } from './words.ts'

/** A coupon as its form has it: days of the operator's calendar, both included. */
export interface Fields {
  readonly code: string
  readonly kind: 'percent' | 'amount'
  readonly percent?: string
  readonly amount?: string
  readonly starts_at?: string
  readonly ends_at?: string
  readonly max_uses?: number | ''
  readonly per_account?: number | ''
  readonly first_order_only: boolean
  readonly product_ids: string[]
  readonly plan_ids: string[]
  readonly note?: string
  readonly active: boolean
}

/** What the form begins with: for a new one, once for each customer. */
export function initialOf(coupon: Coupon | 'new', zone: string): Partial<Fields> {
  if (coupon === 'new') {
    const limits = { per_account: 1, first_order_only: false }
    return { kind: 'percent', ...limits, product_ids: [], plan_ids: [], active: true }
  }
  const { percent, amount, starts_at: starts, ends_at: ends, max_uses: max, per_account: each } = coupon
  return {
    code: coupon.code,
    kind: percent === null ? 'amount' : 'percent',
    ...(percent !== null && { percent }),
    ...(amount !== null && { amount }),
    ...(starts && { starts_at: dayOf(new Date(starts), zone) }),
    ...(ends && { ends_at: dayOf(lastMoment(ends), zone) }),
    ...(max !== null && { max_uses: max }),
    ...(each !== null && { per_account: each }),
    first_order_only: coupon.first_order_only,
    product_ids: [...coupon.product_ids],
    plan_ids: [...coupon.plan_ids],
    note: coupon.note,
    active: coupon.active,
  }
}

/** What is sent. A day that wasn't changed keeps its exact time, and what was left empty is without a limit. */
export function bodyOf(fields: Fields, before: Coupon | 'new', zone: string) {
  const { code, kind, percent = '', amount = '', starts_at, ends_at, max_uses, per_account } = fields
  const { first_order_only, product_ids, plan_ids, note = '', active } = fields
  const was = initialOf(before, zone)
  const old = before === 'new' ? undefined : before
  return {
    ...{ code, first_order_only, product_ids, plan_ids, note, active },
    percent: kind === 'percent' ? plain(percent) : null,
    amount: kind === 'amount' ? plain(amount) : null,
    starts_at: old && starts_at === was.starts_at ? old.starts_at : timeOf(starts_at, 0, zone),
    ends_at: old && ends_at === was.ends_at ? old.ends_at : timeOf(ends_at, 1, zone),
    max_uses: typeof max_uses === 'number' ? max_uses : null,
    per_account: typeof per_account === 'number' ? per_account : null,
  }
}

const timeOf = (day: string | undefined, plusDays: number, zone: string): string | null =>
  day ? startOfDayPlus(startOfNamedDay(day, zone), zone, plusDays).toISOString() : null
