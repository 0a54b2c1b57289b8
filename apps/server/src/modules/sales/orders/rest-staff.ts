import { z } from '@hono/zod-openapi'
import { id, line } from '../../../platform/http/fields.ts'
import { get, post, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { auditedList } from '../../core/audit/index.ts'
import { paymentsMay, paymentStates, verdicts } from '../../money/payments/index.ts'
import { usernamesOf } from '../../people/accounts/index.ts'
import { askAndSettle } from './ask-and-settle.ts'
import { cancelOrder } from './cancel-order.ts'
import { orderNotCancellable } from './errors.ts'
import { findOrders, orderFilters, presentForStaff, staffOrderShape } from './rest-orders.ts'
import { ordersMay } from './permissions.ts'
import { orderById, orderOrder } from './queries.ts'
import { replayAndSettle } from './replay-and-settle.ts'
import { orderShape, presentOrder } from './rest-shapes.ts'
import { customerText } from './customer-text.ts'
import { storyOf } from './story.ts'

const params = z.object({ id })

const orderList = auditedList('/api/admin/orders', {
  name: 'orders',
  summary: 'Orders; `username` matches exactly',
  permission: ordersMay.read,
  filters: orderFilters,
  sorts: orderOrder.sorts,
  item: staffOrderShape,
  load: findOrders,
})

const chapterShape = z
  .object({
    at: z.string(),
    kind: z.enum(['step', 'coupon', 'payment', 'notice', 'entry', 'refund', 'mail']),
    what: z.string(),
    amount: z.string().nullable(),
    who: z.string(),
    note: z.string(),
  })
  .openapi('OrderChapter')

const getOrder = get(
  '/api/admin/orders/:id',
  {
    summary: 'An order, and all that happened to it, the oldest first',
    who: ordersMay.read,
    params,
    data: z.object({
      order: staffOrderShape,
      story: z.array(chapterShape),
      customer_text: z
        .string()
        .openapi({ description: 'The same as the customer may read it, in the customer’s language' }),
    }),
    refuses: [notFound],
  },
  async ({ cmd: { services }, params: { id: wanted } }) => {
    const order = await orderById.first(services.db, { id: wanted })
    if (!order) throw notFound()
    const story = await storyOf(services.db, order)
    const names = await usernamesOf(services.db, [order.accountId])
    return {
      order: presentForStaff(order, names),
      customer_text: customerText(order, story, services.settings.server.time_zone),
      story: story.map(({ at, ...one }) => ({ at: at.toISOString(), ...one })),
    }
  },
)

const postCancel = post(
  '/api/admin/orders/:id/cancel',
  {
    summary: 'Cancel an order that isn’t paid',
    who: ordersMay.cancel,
    keyed: true,
    params,
    body: z.strictObject({ reason: line(200) }),
    data: orderShape,
    refuses: [notFound, orderNotCancellable],
  },
  async ({ cmd, params: { id: orderId }, body }) =>
    presentOrder(await cancelOrder(cmd, { orderId, ...body })),
)

const postAsk = post(
  '/api/admin/payments/:id/ask',
  {
    summary: 'Ask the gateway for a payment now, and settle what it paid',
    who: paymentsMay.confirm,
    params,
    data: z.object({ status: z.enum(paymentStates), problem: z.string().nullable() }),
    refuses: [notFound],
  },
  async ({ cmd, params: { id: wanted } }) => {
    const { status, problem } = await askAndSettle(cmd, { id: wanted })
    return { status, problem }
  },
)

const postReplay = post(
  '/api/admin/payment-notices/:id/replay',
  {
    summary: 'Judge what a gateway sent again, as if it came now',
    who: paymentsMay.confirm,
    params,
    data: z.object({ verdict: z.enum(verdicts) }),
    refuses: [notFound],
  },
  async ({ cmd, params: { id: wanted } }) => ({ verdict: await replayAndSettle(cmd, { id: wanted }) }),
)

export const staffRoutes: readonly Route[] = [...orderList, getOrder, postCancel, postAsk, postReplay]
