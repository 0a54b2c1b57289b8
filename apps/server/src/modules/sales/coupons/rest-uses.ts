import { z } from '@hono/zod-openapi'
import { id, line, range, rangeOf } from '../../../platform/http/fields.ts'
import { auditedList } from '../../core/audit/index.ts'
import { accountsNamed, usernamesOf } from '../../people/accounts/index.ts'
import { couponsMay } from './permissions.ts'
import { listUses, useOrder, type FoundUse } from './queries.ts'

const useShape = z
  .object({
    order_id: z.string(),
    coupon_id: z.string(),
    code: z.string(),
    account_id: z.string(),
    username: z.string(),
    discount: z.string(),
    at: z.string(),
  })
  .openapi('CouponUse')

const present = (one: FoundUse, names: ReadonlyMap<string, string>): z.output<typeof useShape> => ({
  order_id: one.orderId,
  coupon_id: one.couponId,
  code: one.code,
  account_id: one.accountId,
  username: names.get(one.accountId) ?? '',
  discount: one.discount,
  at: one.at.toISOString(),
})

export const useList = auditedList('/api/admin/coupon-uses', {
  name: 'coupon-uses',
  summary: 'Orders that hold a coupon; `username` matches exactly',
  permission: couponsMay.read,
  filters: { coupon_id: id.optional(), username: line(200).optional(), ...range },
  sorts: useOrder.sorts,
  item: useShape,
  load: async ({ services: { db } }, { coupon_id: couponId, username, from, to }, page) => {
    const accountIds = username === undefined ? undefined : await accountsNamed(db, username)
    const found = await listUses(db, { couponId, accountIds, ...rangeOf({ from, to }) }, page)
    const names = await usernamesOf(db, found.items.map((one) => one.accountId)) // prettier-ignore
    return { ...found, items: found.items.map((one) => present(one, names)) }
  },
})
