import { z } from '@hono/zod-openapi'
import type { Command } from '../../../platform/command.ts'
import { id, line, range, rangeOf } from '../../../platform/http/fields.ts'
import type { Page, Paged } from '../../../platform/paging.ts'
import { accountsNamed, usernamesOf } from '../../people/accounts/index.ts'
import { orderStates } from './model.ts'
import { listOrders, type Order } from './queries.ts'
import { orderShape, presentOrder } from './rest-shapes.ts'

export const orderFilters = {
  status: z
    .enum([...orderStates, 'lapsed'])
    .optional()
    .openapi({ description: '`lapsed`: cancelled because it wasn’t paid in time' }),
  account_id: id.optional(),
  username: line(200).optional(),
  product_id: id.optional(),
  coupon_id: id.optional(),
  ...range,
}
type Asked = z.output<z.ZodObject<typeof orderFilters>>

export const staffOrderShape = orderShape
  .extend({
    username: z.string(),
    coupon_id: z.string().nullable(),
    reversed_at: z.string().nullable().openapi({ description: 'When a gateway took a payment of it back' }),
  })
  .openapi('OrderForStaff')

export const presentForStaff = (
  order: Order,
  names: ReadonlyMap<string, string>,
): z.output<typeof staffOrderShape> => ({
  ...presentOrder(order),
  username: names.get(order.accountId) ?? '',
  coupon_id: order.couponId,
  reversed_at: order.reversedAt?.toISOString() ?? null,
})

/** Orders with the names of who ordered, newest first unless sorted. */
export async function findOrders(
  { services: { db } }: Command,
  { account_id: accountId, product_id: productId, coupon_id: couponId, username, status, from, to }: Asked,
  page: Page,
): Promise<Paged<z.output<typeof staffOrderShape>>> {
  const accountIds = username === undefined ? undefined : await accountsNamed(db, username)
  const filters = { accountId, accountIds, productId, couponId, status, ...rangeOf({ from, to }) }
  const found = await listOrders(db, filters, page)
  const names = await usernamesOf(db, found.items.map((one) => one.accountId)) // prettier-ignore
  return { ...found, items: found.items.map((one) => presentForStaff(one, names)) }
}
