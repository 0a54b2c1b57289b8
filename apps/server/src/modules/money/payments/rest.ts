import { z } from '@hono/zod-openapi'
import { parseAmount } from '@lessor/kit'
import { amount, id, line, optionalLine } from '../../../platform/http/fields.ts'
import { get, post, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { auditedList } from '../../core/audit/index.ts'
import { usernamesOf } from '../../people/accounts/index.ts'
import { confirmPayment } from './confirm-payment.ts'
import { notConfirmable, notReversible, transactionTaken } from './errors.ts'
import { findNotices, noticeFilters, noticeShape } from './rest-notices.ts'
import {
  findPayments,
  paymentFilters,
  paymentShape,
  presentForStaff,
  presentReversal,
  reversalShape,
} from './rest-payments.ts'
import { gatewayNames, openGateways } from './gateways.ts'
import { paidFor } from './model.ts'
import { reversePayment } from './reverse-payment.ts'
import { paymentsMay } from './permissions.ts'
import { noticeOrder, paymentById, paymentOrder } from './queries.ts'
import { reversalOf } from './reversals/queries.ts'

const paymentList = auditedList('/api/admin/payments', {
  name: 'payments',
  summary: 'Attempts to pay by a gateway; `username` matches exactly',
  permission: paymentsMay.read,
  filters: paymentFilters,
  sorts: paymentOrder.sorts,
  item: paymentShape,
  load: findPayments,
})

const noticeList = auditedList('/api/admin/payment-notices', {
  name: 'payment-notices',
  summary: 'What gateways sent, with the verdict on it',
  permission: paymentsMay.read,
  filters: noticeFilters,
  sorts: noticeOrder.sorts,
  item: noticeShape,
  load: findNotices,
})

const params = z.object({ id })

const getPayment = get(
  '/api/admin/payments/:id',
  {
    summary: 'One attempt to pay, and whether its gateway took it back',
    who: paymentsMay.read,
    params,
    data: paymentShape.extend({ reversal: reversalShape.nullable() }),
    refuses: [notFound],
  },
  async ({ cmd, params: { id: wanted } }) => {
    const payment = await paymentById.first(cmd.services.db, { id: wanted })
    if (!payment) throw notFound()
    const names = await usernamesOf(cmd.services.db, [payment.accountId])
    const reversal = await reversalOf.first(cmd.services.db, { id: wanted })
    return { ...presentForStaff(payment, names), reversal: reversal ? presentReversal(reversal) : null }
  },
)

export const confirmation = z.strictObject({
  transaction: line(200).openapi({ description: 'The bank’s or gateway’s number of it' }),
  amount: amount
    .refine((text) => Number(text) > 0, { params: { text: { en: 'More than 0', zh: '须大于 0' } } })
    .openapi({ description: 'What really came in' }),
  note: optionalLine(500).default(''),
})

const postConfirm = post(
  '/api/admin/payments/:id/confirm',
  {
    summary: 'Count a payment whose money staff have seen, as a bank transfer',
    who: paymentsMay.confirm,
    keyed: true,
    params,
    body: confirmation,
    data: z.object({ for_kind: z.enum(paidFor), for_id: z.string() }),
    refuses: [notFound, notConfirmable, transactionTaken],
  },
  async ({ cmd, params: { id: wanted }, body: { amount: text, ...body } }) => {
    const received = await confirmPayment(cmd, { id: wanted, ...body, amountFen: parseAmount(text) })
    return { for_kind: received.for_kind, for_id: received.for_id }
  },
)

const postReverse = post(
  '/api/admin/payments/:id/reverse',
  {
    summary: 'Note that a gateway took a payment back (a chargeback): what it has of it is posted as a loss',
    who: paymentsMay.confirm,
    keyed: true,
    params,
    body: z.strictObject({ reason: line(200) }),
    data: paymentShape,
    refuses: [notFound, notReversible],
  },
  async ({ cmd, params: { id: wanted }, body: { reason } }) => {
    const payment = await reversePayment(cmd, { id: wanted, reason })
    return presentForStaff(payment, await usernamesOf(cmd.services.db, [payment.accountId]))
  },
)

const getGateways = get(
  '/api/gateways',
  {
    summary: 'The ways to pay, besides the wallet',
    who: 'customer',
    data: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }),
  },
  async ({ cmd }) => ({ items: await openGateways(cmd.services.db) }),
)

const getGatewayNames = get(
  '/api/admin/gateways',
  {
    summary: 'What the ways to pay are called, the closed ones too; no more of them than that',
    who: paymentsMay.read,
    data: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }),
  },
  async ({ cmd }) => ({
    items: [...(await gatewayNames(cmd.services.db))].map(([id, name]) => ({ id, name })),
  }),
)

export const paymentRoutes: readonly Route[] = [
  ...paymentList,
  ...noticeList,
  getPayment,
  postConfirm,
  postReverse,
  getGateways,
  getGatewayNames,
]
