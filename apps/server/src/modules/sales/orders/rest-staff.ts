import { z } from '@hono/zod-openapi'
import { id, line, range, rangeOf } from '../../../platform/http/fields.ts'
import { get, post, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { auditedList } from '../../core/audit/index.ts'
import { askPayment, paymentById, paymentsMay, replayNotice, verdicts } from '../../money/payments/index.ts'
import { cancelOrder } from './cancel-order.ts'
import { orderNotCancellable } from './errors.ts'
import { settle } from './hear-notice.ts'
import { orderStates } from './model.ts'
import { ordersMay } from './permissions.ts'
import { listOrders, orderById, orderOrder } from './queries.ts'
import { orderShape, presentOrder } from './rest-shapes.ts'
import { storyOf } from './story.ts'

const params = z.object({ id })

const orderList = auditedList('/api/admin/orders', {
  name: 'orders',
  summary: 'Orders',
  permission: ordersMay.read,
  filters: {
    status: z.enum(orderStates).optional(),
    account_id: id.optional(),
    product_id: id.optional(),
    ...range,
  },
  sorts: orderOrder.sorts,
  item: orderShape,
  load: async (cmd, { account_id: accountId, product_id: productId, status, from, to }, asked) => {
    const found = await listOrders(
      cmd.services.db,
      { accountId, productId, status, ...rangeOf({ from, to }) },
      asked,
    )
    return { ...found, items: found.items.map(presentOrder) }
  },
})

const chapterShape = z
  .object({
    at: z.string(),
    kind: z.enum(['step', 'payment', 'notice', 'entry']),
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
    data: z.object({ order: orderShape, story: z.array(chapterShape) }),
    refuses: [notFound],
  },
  async ({ cmd: { services }, params: { id: wanted } }) => {
    const order = await orderById.first(services.db, { id: wanted })
    if (!order) throw notFound()
    const story = await storyOf(services.db, order)
    return {
      order: presentOrder(order),
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
    data: z.object({ status: z.string(), problem: z.string().nullable() }),
    refuses: [notFound],
  },
  async ({ cmd, params: { id: wanted } }) => {
    const received = await askPayment(cmd, wanted)
    if (received) await settle(cmd, received)
    const payment = await paymentById.first(cmd.services.db, { id: wanted })
    if (!payment) throw notFound()
    return { status: payment.status, problem: payment.problem }
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
  async ({ cmd, params: { id: wanted } }) => {
    const { verdict, received, askFor } = await replayNotice(cmd, { id: wanted })
    const asked = received ?? (askFor ? await askPayment(cmd, askFor) : undefined)
    if (asked) await settle(cmd, asked)
    return { verdict }
  },
)

export const staffRoutes: readonly Route[] = [...orderList, getOrder, postCancel, postAsk, postReplay]
