import { z } from '@hono/zod-openapi'
import { parseAmount } from '@lessor/kit'
import { amount, id, line, optionalLine, range, rangeOf } from '../../../platform/http/fields.ts'
import { get, post, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { auditedList } from '../../core/audit/index.ts'
import { confirmPayment } from './confirm-payment.ts'
import { notConfirmable, transactionTaken } from './errors.ts'
import { openGateways } from './gateways.ts'
import { paidFor, paymentStates, verdicts } from './model.ts'
import { paymentsMay } from './permissions.ts'
import {
  listNotices,
  listPayments,
  noticeOrder,
  paymentById,
  paymentOrder,
  type Notice,
  type Payment,
} from './queries.ts'

export const actionShape = z
  .object({
    qr_code: z.string().nullable(),
    payment_url: z.string().nullable(),
    instructions: z.string().nullable(),
  })
  .openapi('PaymentAction')

const paymentShape = z
  .object({
    id: z.string(),
    account_id: z.string(),
    interface_id: z.string(),
    gateway: z.string(),
    for_kind: z.enum(paidFor),
    for_id: z.string(),
    title: z.string(),
    amount: z.string(),
    wallet_part: z.string(),
    fee: z.string(),
    refunded: z.string(),
    reference: z.string(),
    gateway_tx: z.string().nullable(),
    status: z.enum(paymentStates),
    problem: z.string().nullable(),
    expires_at: z.string(),
    next_ask_at: z.string().nullable(),
    asks: z.number(),
    paid_at: z.string().nullable(),
    confirmed_by: z.string().nullable(),
    note: z.string(),
    created_at: z.string(),
  })
  .openapi('Payment')

const presentPayment = (one: Payment): z.output<typeof paymentShape> => ({
  id: one.id,
  account_id: one.accountId,
  interface_id: one.interfaceId,
  gateway: one.gateway,
  for_kind: one.forKind,
  for_id: one.forId,
  title: one.title,
  amount: one.amount,
  wallet_part: one.walletPart,
  fee: one.fee,
  refunded: one.refunded,
  reference: one.reference,
  gateway_tx: one.gatewayTx,
  status: one.status,
  problem: one.problem,
  expires_at: one.expiresAt.toISOString(),
  next_ask_at: one.nextAskAt?.toISOString() ?? null,
  asks: one.asks,
  paid_at: one.paidAt?.toISOString() ?? null,
  confirmed_by: one.confirmedBy,
  note: one.note,
  created_at: one.createdAt.toISOString(),
})

const paymentList = auditedList('/api/admin/payments', {
  name: 'payments',
  summary: 'Attempts to pay by a gateway',
  permission: paymentsMay.read,
  filters: {
    status: z.enum(paymentStates).optional(),
    account_id: id.optional(),
    interface_id: id.optional(),
    reference: line(64).optional(),
    ...range,
  },
  sorts: paymentOrder.sorts,
  item: paymentShape,
  load: async (cmd, { account_id: accountId, interface_id: interfaceId, from, to, ...filters }, page) => {
    const asked = { ...filters, accountId, interfaceId, ...rangeOf({ from, to }) }
    const found = await listPayments(cmd.services.db, asked, page)
    return { ...found, items: found.items.map(presentPayment) }
  },
})

const noticeShape = z
  .object({
    id: z.string(),
    at: z.string(),
    interface_id: z.string(),
    payment_id: z.string().nullable(),
    verdict: z.enum(verdicts),
    reason: z.string(),
    ip: z.string(),
  })
  .openapi('PaymentNotice')

const presentNotice = (one: Omit<Notice, 'sealed'>): z.output<typeof noticeShape> => ({
  id: one.id,
  at: one.at.toISOString(),
  interface_id: one.interfaceId,
  payment_id: one.paymentId,
  verdict: one.verdict,
  reason: one.reason,
  ip: one.ip,
})

const noticeList = auditedList('/api/admin/payment-notices', {
  name: 'payment-notices',
  summary: 'What gateways sent, with the verdict on it',
  permission: paymentsMay.read,
  filters: { verdict: z.enum(verdicts).optional(), payment_id: id.optional() },
  sorts: noticeOrder.sorts,
  item: noticeShape,
  load: async (cmd, { payment_id: paymentId, ...filters }, page) => {
    const found = await listNotices(cmd.services.db, { ...filters, paymentId }, page)
    return { ...found, items: found.items.map(presentNotice) }
  },
})

const params = z.object({ id })

const getPayment = get(
  '/api/admin/payments/:id',
  { summary: 'One attempt to pay', who: paymentsMay.read, params, data: paymentShape, refuses: [notFound] },
  async ({ cmd, params: { id: wanted } }) => {
    const payment = await paymentById.first(cmd.services.db, { id: wanted })
    if (!payment) throw notFound()
    return presentPayment(payment)
  },
)

const postConfirm = post(
  '/api/admin/payments/:id/confirm',
  {
    summary: 'Count a payment whose money staff have seen, as a bank transfer',
    who: paymentsMay.confirm,
    keyed: true,
    params,
    body: z.strictObject({
      transaction: line(200).openapi({ description: 'The bank’s or gateway’s number of it' }),
      amount: amount
        .refine((text) => Number(text) > 0, { params: { text: { en: 'More than 0', zh: '须大于 0' } } })
        .openapi({ description: 'What really came in' }),
      note: optionalLine(500).default(''),
    }),
    data: z.object({ for_kind: z.enum(paidFor), for_id: z.string() }),
    refuses: [notFound, notConfirmable, transactionTaken],
  },
  async ({ cmd, params: { id: wanted }, body: { amount: text, ...body } }) => {
    const received = await confirmPayment(cmd, { id: wanted, ...body, amountFen: parseAmount(text) })
    return { for_kind: received.for_kind, for_id: received.for_id }
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

export const paymentRoutes: readonly Route[] = [
  ...paymentList,
  ...noticeList,
  getPayment,
  postConfirm,
  getGateways,
]
