import { z } from '@hono/zod-openapi'
import { id, items, page } from '../../../platform/http/fields.ts'
import { get, post, type Route } from '../../../platform/http/route.ts'
import { notFound, rateLimited } from '../../../platform/refusals.ts'
import { outOfStock } from '../../leasing/catalog/index.ts'
import { leaseClosed } from '../../leasing/leases/index.ts'
import { insufficientFunds } from '../../money/ledger/index.ts'
import {
  begunShape,
  gatewayUnavailable,
  paymentsFor,
  presentBegun,
  unknownGateway,
} from '../../money/payments/index.ts'
import { cancelOrder } from './cancel-order.ts'
import { couponUnusable } from '../coupons/index.ts'
import { createOrder } from './create-order.ts'
import {
  alreadyRenewed,
  leaseHasOpenOrder,
  orderNotCancellable,
  orderNotPayable,
  planNotOffered,
  planNotOfLease,
  priceChanged,
  tooManyUnpaid,
} from './errors.ts'
import { payOrder } from './pay-order.ts'
import { listOrders, orderById } from './queries.ts'
import { guessing, postQuote, wantedOf } from './rest-quote.ts'
import { orderShape, presentOrder, wantedShape } from './rest-shapes.ts'

const params = z.object({ id })

const postOrder = post(
  '/api/orders',
  {
    summary: 'Order a plan; it waits to be paid, unless it costs nothing',
    who: 'customer',
    keyed: true,
    body: wantedShape,
    data: orderShape,
    refuses: [
      notFound,
      planNotOffered,
      couponUnusable.type,
      rateLimited,
      planNotOfLease,
      leaseClosed,
      leaseHasOpenOrder,
      alreadyRenewed,
      priceChanged,
      outOfStock,
      tooManyUnpaid,
    ],
  },
  async ({ cmd, body }) => presentOrder(await guessing(cmd, body, () => createOrder(cmd, wantedOf(body)))),
)

const postPay = post(
  '/api/orders/:id/pay',
  {
    summary: 'Pay an order from the wallet, by a gateway, or both',
    who: 'customer',
    keyed: true,
    params,
    body: z.strictObject({
      gateway: z
        .union([z.literal('wallet'), id])
        .openapi({ description: '`wallet`, or the id of a gateway' }),
      use_wallet: z
        .boolean()
        .default(false)
        .openapi({ description: 'The wallet first, the gateway for the rest' }),
    }),
    data: z.object({ order: orderShape, payment: begunShape.nullable() }),
    refuses: [notFound, orderNotPayable, priceChanged, insufficientFunds, unknownGateway, gatewayUnavailable],
  },
  async ({ cmd, params: { id: orderId }, body: { gateway, use_wallet: useWallet }, origin }) => {
    const base = cmd.services.settings.server.public_url || origin
    const { order, payment } = await payOrder(cmd, { orderId, gateway, useWallet, base })
    return { order: presentOrder(order), payment: payment ? presentBegun(payment) : null }
  },
)

const postCancel = post(
  '/api/orders/:id/cancel',
  {
    summary: 'Cancel an order that isn’t paid',
    who: 'customer',
    keyed: true,
    params,
    data: orderShape,
    refuses: [notFound, orderNotCancellable],
  },
  async ({ cmd, params: { id: orderId } }) =>
    presentOrder(await cancelOrder(cmd, { orderId, reason: 'By the customer' })),
)

const getOrders = get(
  '/api/orders',
  {
    summary: 'My orders, newest first',
    who: 'customer',
    query: z.strictObject(page),
    data: items(orderShape),
  },
  async ({ cmd, query }) => {
    const found = await listOrders(cmd.services.db, { accountId: cmd.actor.id }, query)
    return { items: found.items.map(presentOrder), next_cursor: found.nextCursor }
  },
)

const getOrder = get(
  '/api/orders/:id',
  {
    summary: 'One of my orders, with its open payment',
    who: 'customer',
    params,
    data: z.object({
      order: orderShape,
      payment: begunShape.nullable(),
    }),
    refuses: [notFound],
  },
  async ({ cmd, params: { id: wanted } }) => {
    const order = await orderById.first(cmd.services.db, { id: wanted })
    if (!order || order.accountId !== cmd.actor.id) throw notFound()
    const payments = await paymentsFor.all(cmd.services.db, { forId: order.id })
    const open = payments.findLast(({ status, action }) => status === 'pending' && action)
    return {
      order: presentOrder(order),
      payment: open ? presentBegun(open) : null,
    }
  },
)

export const customerRoutes: readonly Route[] = [
  postQuote,
  postOrder,
  postPay,
  postCancel,
  getOrders,
  getOrder,
]
