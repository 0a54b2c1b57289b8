import { z } from '@hono/zod-openapi'
import { formatAmount, parseAmount } from '@lessor/kit'
import { amount, id, line } from '../../../../platform/http/fields.ts'
import { get, post, type Route } from '../../../../platform/http/route.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { overRefund } from '../../../money/payments/index.ts'
import { orderNotRefundable, outsideRefundPolicy, refundNotOffered } from '../errors.ts'
import { ordersMay } from '../permissions.ts'
import { orderById } from '../queries.ts'
import { proposalOf, refundOrder, refundTimes } from './refund-order.ts'
import { ownRefundFen, refundOwnOrder } from './refund-own-order.ts'
import { proposedPlace, refundTermsOf } from './refund-terms.ts'
import { orderShape, presentOrder } from '../rest-shapes.ts'

const params = z.object({ id })

const places = ['wallet', 'gateway'] as const

const aboveZero = amount.refine((text) => Number(text) > 0, {
  params: { text: { en: 'More than 0', zh: '须大于 0' } },
})

const getProposal = get(
  '/api/admin/orders/:id/refund',
  {
    summary:
      'What can be refunded of an order, what is unused of it by its time, and what its product allows',
    who: ordersMay.read,
    params,
    data: z.object({
      left: z.string(),
      unused: z.string(),
      policy: z.enum(['none', ...places]),
      until: z.string().nullable().openapi({ description: 'The end of the window' }),
      allowed: z.array(z.enum(places)).openapi({ description: 'Where to without an override' }),
      to: z.enum(places).openapi({ description: 'What is proposed' }),
    }),
    refuses: [notFound],
  },
  async ({ cmd, params: { id: wanted } }) => {
    const { db } = cmd.services
    const order = await orderById.first(db, { id: wanted })
    if (!order) throw notFound()
    const { leftFen, unusedFen } = await proposalOf(db, order, cmd.now)
    const terms = await refundTermsOf(db, order, cmd.now)
    return {
      left: formatAmount(order.paidAt ? leftFen : 0),
      unused: formatAmount(order.paidAt ? unusedFen : 0),
      policy: terms.policy,
      until: terms.until?.toISOString() ?? null,
      allowed: [...terms.allowed],
      to: proposedPlace(order, terms),
    }
  },
)

const postRefund = post(
  '/api/admin/orders/:id/refund',
  {
    summary: 'Give money of a paid order back, into the wallet or by its gateway',
    who: ordersMay.refund,
    keyed: true,
    params,
    body: z.strictObject({
      amount: aboveZero,
      to: z.enum(places),
      time: z.enum(refundTimes).default('share').openapi({
        description: 'Of the time that it brought: the share that the amount is, all that is left, none',
      }),
      override: z
        .boolean()
        .default(false)
        .openapi({ description: 'Also where the policy of its product doesn’t allow it' }),
      reason: line(200).openapi({ description: 'The customer reads it' }),
    }),
    data: orderShape,
    refuses: [notFound, orderNotRefundable, outsideRefundPolicy, overRefund],
  },
  async ({ cmd, params: { id: orderId }, body: { amount: text, ...body } }) =>
    presentOrder(await refundOrder(cmd, { orderId, amountFen: parseAmount(text), ...body })),
)

const getOwn = get(
  '/api/orders/:id/refund',
  {
    summary: 'What comes back into my wallet when I give an order back now; 0.00 where that isn’t offered',
    who: 'customer',
    params,
    data: z.object({ amount: z.string(), until: z.string().nullable() }),
    refuses: [notFound],
  },
  async ({ cmd, params: { id: wanted } }) => {
    const { db } = cmd.services
    const order = await orderById.first(db, { id: wanted })
    if (!order || order.accountId !== cmd.actor.id) throw notFound()
    const terms = await refundTermsOf(db, order, cmd.now)
    const fen = await ownRefundFen(db, order, terms, cmd.now)
    return { amount: formatAmount(fen), until: fen > 0 ? (terms.until?.toISOString() ?? null) : null }
  },
)

const postOwn = post(
  '/api/orders/:id/refund',
  {
    summary: 'Give an order back: what is unused comes into my wallet, and its time goes',
    who: 'customer',
    keyed: true,
    params,
    body: z.strictObject({
      amount: aboveZero.openapi({ description: 'As it was shown; it holds for ten minutes' }),
    }),
    data: orderShape,
    refuses: [notFound, refundNotOffered],
  },
  async ({ cmd, params: { id: orderId }, body: { amount: text } }) =>
    presentOrder(await refundOwnOrder(cmd, { orderId, amountFen: parseAmount(text) })),
)

export const refundRoutes: readonly Route[] = [getProposal, postRefund, getOwn, postOwn]
