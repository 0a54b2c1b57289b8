import { z } from '@hono/zod-openapi'
import { id, line, removedShape } from '../../../platform/http/fields.ts'
import { del, get, patch, post, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { auditedList } from '../../core/audit/index.ts'
import { changeCoupon } from './change-coupon.ts'
import { createCoupon, type NewCoupon } from './create-coupon.ts'
import { couponCodeTaken } from './errors.ts'
import { couponStates } from './model.ts'
import { couponsMay } from './permissions.ts'
import { couponById, couponOrder, listCoupons } from './queries.ts'
import { removeCoupon } from './remove-coupon.ts'
import { couponBody, couponShape, presentCoupon, writtenOf } from './rest-fields.ts'
import { useList } from './rest-uses.ts'

const params = z.object({ id })

const couponList = auditedList('/api/admin/coupons', {
  name: 'coupons',
  summary: 'Coupons; `query` matches any part of a code',
  permission: couponsMay.read,
  filters: { query: line(40).optional(), state: z.enum(couponStates).optional() },
  sorts: couponOrder.sorts,
  item: couponShape,
  load: async ({ services: { db }, now }, filters, page) => {
    const found = await listCoupons(db, { ...filters, now }, page)
    return { ...found, items: found.items.map((one) => presentCoupon(one, now)) }
  },
})

const getCoupon = get(
  '/api/admin/coupons/:id',
  { summary: 'One coupon', who: couponsMay.read, params, data: couponShape, refuses: [notFound] },
  async ({ cmd, params: wanted }) => {
    const coupon = await couponById.first(cmd.services.db, wanted)
    if (!coupon) throw notFound()
    return presentCoupon(coupon, cmd.now)
  },
)

const postCoupon = post(
  '/api/admin/coupons',
  {
    summary: 'Add a coupon',
    who: couponsMay.edit,
    body: z.strictObject({
      ...couponBody,
      note: couponBody.note.default(''),
      percent: couponBody.percent.default(null),
      amount: couponBody.amount.default(null),
      starts_at: couponBody.starts_at.default(null),
      ends_at: couponBody.ends_at.default(null),
      max_uses: couponBody.max_uses.default(null),
      per_account: couponBody.per_account.default(null),
      first_order_only: z.boolean().default(false),
      product_ids: couponBody.product_ids.default([]),
      plan_ids: couponBody.plan_ids.default([]),
      active: z.boolean().default(true),
    }),
    data: couponShape,
    refuses: [couponCodeTaken],
  },
  async ({ cmd, body }) => presentCoupon(await createCoupon(cmd, writtenOf(body) as NewCoupon), cmd.now),
)

const patchCoupon = patch(
  '/api/admin/coupons/:id',
  {
    summary: 'Change a coupon; orders that hold it keep what they were made with',
    who: couponsMay.edit,
    params,
    body: z.object(couponBody).partial().strict(),
    data: couponShape,
    refuses: [notFound, couponCodeTaken],
  },
  async ({ cmd, params: { id: wanted }, body }) =>
    presentCoupon(await changeCoupon(cmd, { id: wanted, ...writtenOf(body) }), cmd.now),
)

const deleteCoupon = del(
  '/api/admin/coupons/:id',
  {
    summary: 'Remove a coupon; one that an order ever had is only turned off',
    who: couponsMay.edit,
    params,
    data: removedShape,
    refuses: [notFound],
  },
  ({ cmd, params: wanted }) => removeCoupon(cmd, wanted),
)

export const couponRoutes: readonly Route[] = [
  ...couponList,
  getCoupon,
  postCoupon,
  patchCoupon,
  deleteCoupon,
  ...useList,
]
