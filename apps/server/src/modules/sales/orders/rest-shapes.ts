import { z } from '@hono/zod-openapi'
import { amount, id, line } from '../../../platform/http/fields.ts'
import { orderKinds, orderStates } from './model.ts'
import type { Order } from './queries.ts'

export const orderShape = z
  .object({
    id: z.string(),
    account_id: z.string(),
    kind: z.enum(orderKinds),
    product_id: z.string(),
    plan_id: z.string(),
    product: z.string(),
    product_kind: z.string(),
    level: z.number().nullable(),
    cycle: z.string(),
    days: z.number().nullable(),
    count: z.number().nullable().openapi({ description: 'How many codes each of `quantity` brings' }),
    quantity: z.number(),
    lease_id: z.string().nullable(),
    list: z.string(),
    setup_fee: z.string(),
    discount: z.string(),
    coupon: z.string().nullable(),
    credit: z.string(),
    net: z.string(),
    tax: z.string(),
    total: z.string(),
    refunded: z.string(),
    moved: z.string().openapi({ description: 'What of it was credited to another order' }),
    status: z.enum(orderStates),
    lapsed: z
      .boolean()
      .openapi({ description: 'Cancelled because it wasn’t paid in time; money within a day revives it' }),
    due_at: z.string(),
    paid_at: z.string().nullable(),
    starts_at: z.string().nullable(),
    ends_at: z.string().nullable(),
    created_at: z.string(),
  })
  .openapi('Order')

export const presentOrder = (one: Order): z.output<typeof orderShape> => ({
  id: one.id,
  account_id: one.accountId,
  kind: one.kind,
  product_id: one.productId,
  plan_id: one.planId,
  product: one.productName,
  product_kind: one.terms.kind,
  level: one.terms.level,
  cycle: one.terms.cycle,
  days: one.terms.days,
  count: one.terms.count,
  quantity: one.quantity,
  lease_id: one.leaseId,
  list: one.list,
  setup_fee: one.setupFee,
  discount: one.discount,
  coupon: one.couponCode,
  credit: one.credit,
  net: one.net,
  tax: one.tax,
  total: one.total,
  refunded: one.refunded,
  moved: one.moved,
  status: one.status,
  lapsed: one.lapsed && one.status === 'cancelled',
  due_at: one.dueAt.toISOString(),
  paid_at: one.paidAt?.toISOString() ?? null,
  starts_at: one.startsAt?.toISOString() ?? null,
  ends_at: one.endsAt?.toISOString() ?? null,
  created_at: one.createdAt.toISOString(),
})

export const wantedShape = z.strictObject({
  plan_id: id,
  quantity: z.int().min(1).max(100).default(1),
  specs: z.record(z.string().max(50), z.string().max(50)).default({}),
  coupon: line(60).optional().openapi({ description: 'The code of a coupon, as it was typed' }),
  lease_id: id.optional().openapi({
    description: 'One’s own lease: a plan of its level renews it, another level takes its place',
  }),
  expected_total: amount
    .optional()
    .openapi({ description: 'Refused with price_changed when it is another one' }),
})
