import { z } from '@hono/zod-openapi'
import { formatAmount, parseAmount } from '@lessor/kit'
import { amount, id, instantText, line, message, note, shaped } from '../../../platform/http/fields.ts'
import { couponStates, stateOf } from './model.ts'
import type { Coupon } from './queries.ts'

const moreThan0 = message({ en: 'More than 0', zh: '须大于 0' })
const percent = z
  .string()
  .refine(
    ...shaped(/^(100(\.00?)?|[1-9]?\d(\.\d{1,2})?)$/, {
      en: 'A percentage up to 100, e.g. 12.5',
      zh: '须为不超过 100 的百分比，如 12.5',
    }),
  )
  .refine((text) => Number(text) > 0, moreThan0)
const ids = z.array(id).max(100)
const uses = z.int().min(1).max(1_000_000_000)

/** What staff write of a coupon; null is without a limit. */
export const couponBody = {
  code: line(40),
  note: note(200),
  percent: percent.nullable(),
  amount: amount.refine((text) => Number(text) > 0, moreThan0).nullable(),
  starts_at: instantText.nullable(),
  ends_at: instantText.nullable(),
  max_uses: uses.nullable(),
  per_account: uses.nullable(),
  first_order_only: z.boolean(),
  product_ids: ids,
  plan_ids: ids,
  active: z.boolean(),
}
const all = z.object(couponBody)
type Given = { readonly [Name in keyof z.output<typeof all>]?: z.output<typeof all>[Name] | undefined }

/** The fields as the module has them; what isn't given stays undefined. */
export function writtenOf(body: Given) {
  const { code, note: noted, percent: rate, amount: fixed, starts_at, ends_at, active } = body
  return {
    ...{ code, note: noted, active },
    percent: mapped(rate, twoDigits),
    amount: mapped(fixed, twoDigits),
    startsAt: mapped(starts_at, (text) => new Date(text)),
    endsAt: mapped(ends_at, (text) => new Date(text)),
    maxUses: body.max_uses,
    perAccount: body.per_account,
    firstOrderOnly: body.first_order_only,
    productIds: body.product_ids && [...new Set(body.product_ids)],
    planIds: body.plan_ids && [...new Set(body.plan_ids)],
  }
}

function mapped<To>(given: string | null | undefined, to: (given: string) => To): To | null | undefined {
  return typeof given === 'string' ? to(given) : given
}
const twoDigits = (text: string) => formatAmount(parseAmount(text))

export const couponShape = z
  .object({
    id: z.string(),
    code: z.string(),
    note: z.string(),
    state: z.enum(couponStates),
    percent: z.string().nullable(),
    amount: z.string().nullable(),
    starts_at: z.string().nullable(),
    ends_at: z.string().nullable(),
    used: z.number().openapi({ description: 'How many orders hold it' }),
    max_uses: z.number().nullable(),
    per_account: z.number().nullable(),
    first_order_only: z.boolean(),
    product_ids: z.array(z.string()),
    plan_ids: z.array(z.string()),
    active: z.boolean(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .openapi('Coupon')

export const presentCoupon = (one: Coupon, now: Date): z.output<typeof couponShape> => ({
  id: one.id,
  code: one.code,
  note: one.note,
  state: stateOf(one, now),
  percent: one.percent,
  amount: one.amount,
  starts_at: one.startsAt?.toISOString() ?? null,
  ends_at: one.endsAt?.toISOString() ?? null,
  used: one.used,
  max_uses: one.maxUses,
  per_account: one.perAccount,
  first_order_only: one.firstOrderOnly,
  product_ids: [...one.productIds],
  plan_ids: [...one.planIds],
  active: one.active,
  created_at: one.createdAt.toISOString(),
  updated_at: one.updatedAt.toISOString(),
})
