import { z } from '@hono/zod-openapi'
import type { Command } from '../../../platform/command.ts'
import { id, line, range, rangeOf } from '../../../platform/http/fields.ts'
import type { Page, Paged } from '../../../platform/paging.ts'
import { accountsNamed, usernamesOf } from '../../people/accounts/index.ts'
import { paidFor, paymentStates, reversalDecisions, reversalSources } from './model.ts'
import { listPayments, type Payment } from './queries.ts'
import type { Reversal } from './reversals/queries.ts'

export const paymentFilters = {
  status: z.enum(paymentStates).optional(),
  account_id: id.optional(),
  username: line(200).optional(),
  interface_id: id.optional(),
  for_id: id.optional(),
  for_kind: z.enum(paidFor).optional(),
  reference: line(64).optional(),
  ...range,
}
type Asked = z.output<z.ZodObject<typeof paymentFilters>>

export const paymentShape = z
  .object({
    id: z.string(),
    account_id: z.string(),
    username: z.string(),
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

export const presentForStaff = (
  one: Payment,
  names: ReadonlyMap<string, string>,
): z.output<typeof paymentShape> => ({
  id: one.id,
  account_id: one.accountId,
  username: names.get(one.accountId) ?? '',
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

export const reversalShape = z
  .object({
    amount: z.string(),
    source: z.enum(reversalSources),
    reason: z.string(),
    at: z.string(),
    decision: z.enum(reversalDecisions).nullable(),
    note: z.string(),
    decided_by: z.string().nullable(),
    decided_at: z.string().nullable(),
  })
  .openapi('Reversal')

export const presentReversal = (one: Reversal): z.output<typeof reversalShape> => ({
  amount: one.amount,
  source: one.source,
  reason: one.reason,
  at: one.at.toISOString(),
  decision: one.decision,
  note: one.note,
  decided_by: one.decidedBy,
  decided_at: one.decidedAt?.toISOString() ?? null,
})

/** Payments with the names of who pays, newest first unless sorted. */
export async function findPayments(
  { services: { db } }: Command,
  {
    account_id: accountId,
    interface_id: interfaceId,
    for_id: forId,
    for_kind: forKind,
    username,
    from,
    to,
    ...asked
  }: Asked,
  page: Page,
): Promise<Paged<z.output<typeof paymentShape>>> {
  const accountIds = username === undefined ? undefined : await accountsNamed(db, username)
  const filters = { ...asked, accountId, accountIds, interfaceId, forId, forKind, ...rangeOf({ from, to }) }
  const found = await listPayments(db, filters, page)
  const names = await usernamesOf(db, found.items.map((one) => one.accountId)) // prettier-ignore
  return { ...found, items: found.items.map((one) => presentForStaff(one, names)) }
}
