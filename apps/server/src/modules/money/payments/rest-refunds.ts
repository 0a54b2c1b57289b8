import { z } from '@hono/zod-openapi'
import { id, line, optionalLine } from '../../../platform/http/fields.ts'
import { post, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { auditedList } from '../../core/audit/index.ts'
import { refundEnded } from './errors.ts'
import { refundStates } from './model.ts'
import { paymentsMay } from './permissions.ts'
import { finishRefund } from './refunds/finish-refund.ts'
import { listRefunds, refundOrder, type Refund } from './refunds/queries.ts'

const refundShape = z
  .object({
    id: z.string(),
    payment_id: z.string(),
    account_id: z.string(),
    for_id: z.string(),
    amount: z.string(),
    status: z.enum(refundStates),
    gateway_refund: z.string().nullable(),
    reason: z.string(),
    problem: z.string().nullable(),
    finished_by: z.string().nullable(),
    created_at: z.string(),
  })
  .openapi('Refund')

const present = (one: Refund): z.output<typeof refundShape> => ({
  id: one.id,
  payment_id: one.paymentId,
  account_id: one.accountId,
  for_id: one.forId,
  amount: one.amount,
  status: one.status,
  gateway_refund: one.gatewayRefund,
  reason: one.reason,
  problem: one.problem,
  finished_by: one.finishedBy,
  created_at: one.createdAt.toISOString(),
})

const refundList = auditedList('/api/admin/refunds', {
  name: 'refunds',
  summary: 'Money on its way back by gateways',
  permission: paymentsMay.read,
  filters: { status: z.enum(refundStates).optional(), for_id: id.optional() },
  sorts: refundOrder.sorts,
  item: refundShape,
  load: async (cmd, { for_id: forId, status }, page) => {
    const found = await listRefunds(cmd.services.db, { status, forId }, page)
    return { ...found, items: found.items.map(present) }
  },
})

const postFinish = post(
  '/api/admin/refunds/:id/finish',
  {
    summary: 'Say how a refund ended that only a person knows of',
    who: paymentsMay.confirm,
    keyed: true,
    params: z.object({ id }),
    body: z.strictObject({
      done: z.boolean().openapi({ description: 'false: it failed, and the money is put into the wallet' }),
      transaction: line(200).optional(),
      note: optionalLine(500).default(''),
    }),
    data: refundShape,
    refuses: [notFound, refundEnded],
  },
  async ({ cmd, params, body: { done, ...body } }) =>
    present(
      await finishRefund(cmd, {
        id: params.id,
        isDone: done,
        transaction: body.transaction,
        note: body.note,
      }),
    ),
)

export const refundRoutes: readonly Route[] = [...refundList, postFinish]
