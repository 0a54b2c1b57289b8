import type { Language } from '@lessor/kit'
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant, money } from '../../../platform/table.ts'
import { account } from '../../people/accounts/table.ts'
import {
  paidFor,
  paymentStates,
  refundStates,
  reversalDecisions,
  reversalSources,
  verdicts,
  type PaidFor,
  type PayAction,
  type PaymentState,
  type RefundState,
  type ReversalDecision,
  type ReversalSource,
  type Verdict,
} from './model.ts'

const inList = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(', '))

/** One attempt to pay by a gateway. */
export const payment = pgTable(
  'payments_payment',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull().references(() => account.id),
    /** The configured gateway, and what it was called then. */
    interfaceId: uuid('interface_id').notNull(),
    gateway: text('gateway').notNull(),
    forKind: text('for_kind').$type<PaidFor>().notNull(),
    forId: uuid('for_id').notNull(),
    title: text('title').notNull(),
    /** In which its customer reads; null in what an older program wrote. */
    language: text('language').$type<Language>(),
    amount: money('amount').notNull(),
    /** What the wallet gives beside it; given back when the attempt fails. */
    walletPart: money('wallet_part').notNull().default('0.00'),
    fee: money('fee').notNull().default('0.00'),
    refunded: money('refunded').notNull().default('0.00'),
    /** Ours, as the gateway knows it. */
    reference: text('reference').notNull(),
    /** The gateway's own number. */
    gatewayTx: text('gateway_tx'),
    status: text('status').$type<PaymentState>().notNull(),
    action: jsonb('action').$type<PayAction>(),
    /** Why it failed, or couldn't be asked for. */
    problem: text('problem'),
    expiresAt: instant('expires_at').notNull(),
    nextAskAt: instant('next_ask_at'),
    asks: integer('asks').notNull().default(0),
    paidAt: instant('paid_at'),
    /** Who of the staff confirmed it by hand, and what they noted. */
    confirmedBy: text('confirmed_by'),
    note: text('note').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    unique('payments_payment_reference').on(t.interfaceId, t.reference),
    unique('payments_payment_gateway_tx').on(t.interfaceId, t.gatewayTx),
    uniqueIndex('payments_payment_pending').on(t.forId, t.interfaceId).where(sql`${t.status} = 'pending'`),
    index('payments_payment_paid').on(t.interfaceId, t.paidAt).where(sql`${t.paidAt} is not null`),
    index('payments_payment_for').on(t.forId),
    index('payments_payment_account').on(t.accountId, t.createdAt),
    index('payments_payment_created').on(t.createdAt, t.id),
    index('payments_payment_due').on(t.nextAskAt).where(sql`${t.nextAskAt} is not null`),
    check('payments_payment_amount', sql`${t.amount} > 0`),
    check('payments_payment_refunded', sql`${t.refunded} between 0 and ${t.amount}`),
    check('payments_payment_status', sql`${t.status} in (${inList(paymentStates)})`),
    check('payments_payment_for_kind', sql`${t.forKind} in (${inList(paidFor)})`),
    check('payments_payment_paid', sql`(${t.paidAt} is not null) = (${t.status} in ('success', 'refunded'))`),
  ],
) // prettier-ignore

/** Money on its way back by the gateway that it came by. */
export const refund = pgTable(
  'payments_refund',
  {
    id: uuid('id').primaryKey(),
    paymentId: uuid('payment_id').notNull().references(() => payment.id),
    accountId: uuid('account_id').notNull().references(() => account.id),
    interfaceId: uuid('interface_id').notNull(),
    forId: uuid('for_id').notNull(),
    amount: money('amount').notNull(),
    /** `wanted`: not asked for yet, or a person must do it. `sent`: the gateway may have it. */
    status: text('status').$type<RefundState>().notNull(),
    /** The gateway's own number of it. */
    gatewayRefund: text('gateway_refund'),
    reason: text('reason').notNull(),
    problem: text('problem'),
    nextTryAt: instant('next_try_at'),
    tries: integer('tries').notNull().default(0),
    finishedBy: text('finished_by'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    unique('payments_refund_gateway').on(t.interfaceId, t.gatewayRefund),
    index('payments_refund_created').on(t.createdAt, t.id),
    index('payments_refund_payment').on(t.paymentId),
    index('payments_refund_for').on(t.forId),
    index('payments_refund_due').on(t.nextTryAt).where(sql`${t.nextTryAt} is not null`),
    check('payments_refund_amount', sql`${t.amount} > 0`),
    check('payments_refund_status', sql`${t.status} in (${inList(refundStates)})`),
  ],
) // prettier-ignore

/** What a gateway sent to us, as it came. */
export const notice = pgTable(
  'payments_notice',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    interfaceId: uuid('interface_id').notNull(),
    paymentId: uuid('payment_id').references(() => payment.id),
    /** The request: it may hold a buyer's name. */
    sealed: bytea('sealed').notNull(),
    verdict: text('verdict').$type<Verdict>().notNull(),
    reason: text('reason').notNull().default(''),
    ip: text('ip').notNull(),
  },
  (t) => [
    index('payments_notice_at').on(t.at, t.id),
    index('payments_notice_payment').on(t.paymentId),
    check('payments_notice_verdict', sql`${t.verdict} in (${inList(verdicts)})`),
  ],
) // prettier-ignore

/** A payment that its gateway took back from us; once for each payment. */
export const reversal = pgTable(
  'payments_reversal',
  {
    paymentId: uuid('payment_id').primaryKey().references(() => payment.id),
    accountId: uuid('account_id').notNull().references(() => account.id),
    forKind: text('for_kind').$type<PaidFor>().notNull(),
    forId: uuid('for_id').notNull(),
    amount: money('amount').notNull(),
    source: text('source').$type<ReversalSource>().notNull(),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
    decision: text('decision').$type<ReversalDecision>(),
    note: text('note').notNull().default(''),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    index('payments_reversal_for').on(t.forId),
    check('payments_reversal_amount', sql`${t.amount} > 0`),
    check('payments_reversal_source', sql`${t.source} in (${inList(reversalSources)})`),
    check('payments_reversal_decision', sql`${t.decision} in (${inList(reversalDecisions)})`),
    check('payments_reversal_decided', sql`(${t.decision} is null) = (${t.decidedAt} is null)`),
  ],
) // prettier-ignore
