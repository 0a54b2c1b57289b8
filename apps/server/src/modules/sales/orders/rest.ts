import { z } from '@hono/zod-openapi'
import { parseAmount } from '@lessor/kit'
import { id, items, page } from '../../../platform/http/fields.ts'
import { get, post, type Route } from '../../../platform/http/route.ts'
import type { CustomerCommand } from '../../../platform/command.ts'
import { notFound, rateLimited } from '../../../platform/refusals.ts'
import { knownAccount } from '../../people/accounts/index.ts'
import { outOfStock } from '../../leasing/catalog/index.ts'
import { insufficientFunds } from '../../money/ledger/index.ts'
import { gatewayUnavailable, paymentsFor, unknownGateway } from '../../money/payments/index.ts'
import { cancelOrder } from './cancel-order.ts'
import { couponUnusable } from '../coupons/index.ts'
import { createOrder } from './create-order.ts'
import {
  orderNotCancellable,
  orderNotPayable,
  planNotOffered,
  priceChanged,
  tooManyUnpaid,
} from './errors.ts'
import { payOrder } from './pay-order.ts'
import { listOrders, orderById } from './queries.ts'
import { amountsOf, quoteOrder } from './quote-order.ts'
import { begunShape, orderShape, presentBegun, presentOrder, quoteShape, wantedShape } from './rest-shapes.ts'

const params = z.object({ id })

const wantedOf = ({
  plan_id: planId,
  quantity,
  specs,
  expected_total: expected,
  coupon,
}: z.output<typeof wantedShape>) => ({
  planId,
  quantity,
  specs,
  coupon: coupon === undefined ? undefined : { code: coupon },
  expectedTotalFen: expected === undefined ? undefined : parseAmount(expected),
})

/** Runs what a request wants with a coupon; wrong codes are counted. */
function guessing<T>(
  cmd: CustomerCommand,
  { coupon }: z.output<typeof wantedShape>,
  work: () => Promise<T>,
): Promise<T> {
  if (coupon === undefined) return work()
  const wrong = [couponUnusable.type]
  const guess = { limit: 'coupon', name: cmd.actor.id, wrong, known: () => knownAccount(cmd) } as const
  return cmd.services.guesses.attempt(cmd, guess, work)
}

const postQuote = post(
  '/api/orders/quote',
  {
    summary: 'What a plan costs now',
    who: 'customer',
    limit: 'read',
    body: wantedShape,
    data: quoteShape,
    refuses: [planNotOffered, couponUnusable.type, rateLimited],
  },
  async ({ cmd, body }) => {
    const wanted = { ...wantedOf(body), accountId: cmd.actor.id }
    const { plan, price, coupon } = await guessing(cmd, body, () => quoteOrder(cmd, wanted))
    const { setupFee: setup_fee, ...amounts } = amountsOf(price)
    return {
      plan_id: plan.planId,
      product: plan.productName,
      setup_fee,
      ...amounts,
      coupon: coupon?.code ?? null,
      currency: 'CNY',
    }
  },
)

const postOrder = post(
  '/api/orders',
  {
    summary: 'Order a plan; it waits to be paid, unless it costs nothing',
    who: 'customer',
    keyed: true,
    body: wantedShape,
    data: orderShape,
    refuses: [planNotOffered, couponUnusable.type, rateLimited, priceChanged, outOfStock, tooManyUnpaid],
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
    refuses: [notFound, orderNotPayable, insufficientFunds, unknownGateway, gatewayUnavailable],
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
