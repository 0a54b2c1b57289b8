import { z } from '@hono/zod-openapi'
import { formatAmount, parseAmount } from '@lessor/kit'
import { amount, id, line } from '../../../platform/http/fields.ts'
import { get, post, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { overRefund } from '../../money/payments/index.ts'
import { orderNotRefundable } from './errors.ts'
import { ordersMay } from './permissions.ts'
import { orderById } from './queries.ts'
import { proposalOf, refundOrder } from './refund-order.ts'
import { orderShape, presentOrder } from './rest-shapes.ts'

const params = z.object({ id })

const getProposal = get(
  '/api/admin/orders/:id/refund',
  {
    summary: 'What can be refunded of an order, and what is unused of it by its time',
    who: ordersMay.read,
    params,
    data: z.object({ left: z.string(), unused: z.string() }),
    refuses: [notFound],
  },
  async ({ cmd, params: { id: wanted } }) => {
    const order = await orderById.first(cmd.services.db, { id: wanted })
    if (!order) throw notFound()
    const { leftFen, unusedFen } = await proposalOf(cmd.services.db, order, cmd.now)
    return {
      left: formatAmount(order.paidAt ? leftFen : 0),
      unused: formatAmount(order.paidAt ? unusedFen : 0),
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
      amount: amount.refine((text) => Number(text) > 0, {
        params: { text: { en: 'More than 0', zh: '须大于 0' } },
      }),
      to: z.enum(['wallet', 'gateway']),
      ends_lease: z.boolean().openapi({ description: 'Take back what is left of the time that it brought' }),
      reason: line(200).openapi({ description: 'The customer reads it' }),
    }),
    data: orderShape,
    refuses: [notFound, orderNotRefundable, overRefund],
  },
  async ({ cmd, params: { id: orderId }, body: { amount: text, ends_lease: endsLease, ...body } }) =>
    presentOrder(await refundOrder(cmd, { orderId, amountFen: parseAmount(text), endsLease, ...body })),
)

export const refundRoutes: readonly Route[] = [getProposal, postRefund]
