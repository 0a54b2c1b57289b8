import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Chosen, Language } from '@lessor/kit'
import { instant, money } from '../../../platform/table.ts'
import { plan, product } from '../../leasing/catalog/table.ts'
import { lease } from '../../leasing/leases/table.ts'
import { account } from '../../people/accounts/table.ts'
import { coupon } from '../coupons/table.ts'
import { renewalProblems, type RenewalProblem } from './renewals/model.ts'
import { orderKinds, orderStates, type OrderKind, type OrderState, type Terms } from './model.ts'

const inList = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(', '))

/** What an account bought, or wants to. */
export const order = pgTable(
  'orders_order',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull().references(() => account.id),
    kind: text('kind').$type<OrderKind>().notNull(),
    productId: uuid('product_id').notNull().references(() => product.id),
    planId: uuid('plan_id').notNull().references(() => plan.id),
    /** What it was called, and what it brings, when it was made. */
    productName: text('product_name').notNull(),
    terms: jsonb('terms').$type<Terms>().notNull(),
    specs: jsonb('specs').$type<Chosen>().notNull(),
    quantity: integer('quantity').notNull(),
    /** In which its customer reads. */
    language: text('language').$type<Language>().notNull(),
    /** Held until the order is cancelled. */
    couponId: uuid('coupon_id').references(() => coupon.id),
    /** As it was written when the order was made. */
    couponCode: text('coupon_code'),
    /** What it brings time to: known when it is made for a renewal or change, else once it brought it. */
    leaseId: uuid('lease_id').references(() => lease.id),
    /** The end of the lease that a renewal extends; null for every other order. */
    renewsFrom: instant('renews_from'),
    list: money('list').notNull(),
    setupFee: money('setup_fee').notNull(),
    discount: money('discount').notNull(),
    credit: money('credit').notNull(),
    net: money('net').notNull(),
    tax: money('tax').notNull(),
    total: money('total').notNull(),
    refunded: money('refunded').notNull().default('0.00'),
    /** Credited to another order. */
    moved: money('moved').notNull().default('0.00'),
    /** `wallet` where the wallet paid all of it; else its payments say how. */
    gateway: text('gateway'),
    status: text('status').$type<OrderState>().notNull(),
    /** Whether the stock of its product was counted for it. */
    stockTaken: boolean('stock_taken').notNull(),
    /** Until when it waits to be paid. */
    dueAt: instant('due_at').notNull(),
    /** Whether it was cancelled because nobody paid in time: then late money revives it. */
    lapsed: boolean('lapsed').notNull().default(false),
    paidAt: instant('paid_at'),
    /** When a gateway took a payment of it back from us. */
    reversedAt: instant('reversed_at'),
    startsAt: instant('starts_at'),
    endsAt: instant('ends_at'),
    /** When what was left of its period was taken back, or given up for another order. */
    endedAt: instant('ended_at'),
    /** When its time ended until it was given up. */
    endsBefore: instant('ends_before'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    index('orders_order_account').on(t.accountId, t.createdAt, t.id),
    index('orders_order_created').on(t.createdAt, t.id),
    index('orders_order_status').on(t.status, t.createdAt, t.id),
    index('orders_order_due').on(t.dueAt).where(sql`${t.status} = 'pending'`),
    index('orders_order_plan').on(t.planId),
    index('orders_order_coupon').on(t.couponId).where(sql`${t.couponId} is not null`),
    // What is not yet earned: paid, and not over.
    index('orders_order_ends').on(t.endsAt).where(sql`${t.paidAt} is not null`),
    index('orders_order_lease').on(t.leaseId, t.createdAt),
    // A lease has one order at a time that waits to change it, and is renewed once from each end.
    uniqueIndex('orders_order_open_lease').on(t.leaseId).where(sql`${t.kind} in ('renew', 'change') and ${t.status} = 'pending'`),
    uniqueIndex('orders_order_renews').on(t.leaseId, t.renewsFrom).where(sql`${t.status} not in ('cancelled', 'refunded')`),
    check('orders_order_kind', sql`${t.kind} in (${inList(orderKinds)})`),
    check('orders_order_state', sql`${t.status} in (${inList(orderStates)})`),
    check('orders_order_quantity', sql`${t.quantity} between 1 and 1000`),
    check('orders_order_total', sql`${t.total} = ${t.net} + ${t.tax} and ${t.total} >= 0 and ${t.tax} >= 0`),
    check('orders_order_coupon', sql`(${t.couponId} is null) = (${t.couponCode} is null)`),
    check('orders_order_discount', sql`${t.discount} between 0 and ${t.list} + ${t.setupFee}`),
    check('orders_order_given_back', sql`${t.refunded} >= 0 and ${t.moved} >= 0 and ${t.refunded} + ${t.moved} <= ${t.total} + ${t.credit}`),
    check('orders_order_of_lease', sql`${t.kind} = 'new' or ${t.leaseId} is not null`),
    check('orders_order_credit', sql`${t.credit} >= 0 and (${t.kind} = 'change' or ${t.credit} = 0)`),
    check('orders_order_paid', sql`${t.paidAt} is not null or ${t.status} in ('pending', 'cancelled')`),
  ],
) // prettier-ignore

/** How a lease is renewed by itself, from the wallet; a row once its customer has chosen. */
export const renewal = pgTable(
  'orders_renewal',
  {
    leaseId: uuid('lease_id').primaryKey().references(() => lease.id),
    accountId: uuid('account_id').notNull().references(() => account.id),
    planId: uuid('plan_id').notNull().references(() => plan.id),
    specs: jsonb('specs').$type<Chosen>().notNull(),
    /** In which its customer reads. */
    language: text('language').$type<Language>().notNull(),
    auto: boolean('auto').notNull(),
    /** When it is looked at next; null: it isn't. */
    nextTryAt: instant('next_try_at'),
    /** The end that it was tried for, how often, when last, and why it failed then. */
    triedFor: instant('tried_for'),
    tries: integer('tries').notNull(),
    triedAt: instant('tried_at'),
    problem: text('problem').$type<RenewalProblem>(),
    /** The price of one that the last mail announced, and when. */
    toldPrice: money('told_price'),
    toldAt: instant('told_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    index('orders_renewal_due').on(t.nextTryAt).where(sql`${t.auto}`),
    index('orders_renewal_account').on(t.accountId),
    index('orders_renewal_created').on(t.createdAt, t.leaseId),
    index('orders_renewal_plan').on(t.planId),
    check('orders_renewal_auto', sql`${t.auto} or ${t.nextTryAt} is null`),
    check('orders_renewal_tries', sql`${t.tries} >= 0`),
    check('orders_renewal_problem', sql`${t.problem} in (${inList(renewalProblems)})`),
  ],
) // prettier-ignore

/** Every step of an order; history. */
export const step = pgTable(
  'orders_step',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id').notNull().references(() => order.id),
    /** Null for the first. */
    from: text('from').$type<OrderState>(),
    to: text('to').$type<OrderState>().notNull(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorName: text('actor_name').notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [index('orders_step_order').on(t.orderId, t.at, t.id)],
) // prettier-ignore

/** What was given back of an order, and when; history. Its id is the refund's in the ledger. */
export const refund = pgTable(
  'orders_refund',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id').notNull().references(() => order.id),
    at: instant('at').notNull(),
    amount: money('amount').notNull(),
    /** The tax in the amount. */
    tax: money('tax').notNull(),
    /** When the order's time ended until then: a refund may take time back. */
    endsBefore: instant('ends_before'),
  },
  (t) => [
    index('orders_refund_order').on(t.orderId, t.at, t.id),
    index('orders_refund_at').on(t.at),
    check('orders_refund_amount', sql`${t.amount} > 0 and ${t.tax} between 0 and ${t.amount}`),
  ],
) // prettier-ignore
