import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Chosen, Language } from '@lessor/kit'
import { instant, money } from '../../../platform/table.ts'
import { plan, product } from '../../leasing/catalog/table.ts'
import { lease } from '../../leasing/leases/table.ts'
import { account } from '../../people/accounts/table.ts'
import { coupon } from '../coupons/table.ts'
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
    leaseId: uuid('lease_id').references(() => lease.id),
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
    startsAt: instant('starts_at'),
    endsAt: instant('ends_at'),
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
    check('orders_order_kind', sql`${t.kind} in (${inList(orderKinds)})`),
    check('orders_order_state', sql`${t.status} in (${inList(orderStates)})`),
    check('orders_order_quantity', sql`${t.quantity} between 1 and 1000`),
    check('orders_order_total', sql`${t.total} = ${t.net} + ${t.tax} and ${t.total} >= 0 and ${t.tax} >= 0`),
    check('orders_order_coupon', sql`(${t.couponId} is null) = (${t.couponCode} is null)`),
    check('orders_order_discount', sql`${t.discount} between 0 and ${t.list} + ${t.setupFee}`),
    check('orders_order_given_back', sql`${t.refunded} >= 0 and ${t.moved} >= 0 and ${t.refunded} + ${t.moved} <= ${t.total} + ${t.credit}`),
    check('orders_order_paid', sql`${t.paidAt} is not null or ${t.status} in ('pending', 'cancelled')`),
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
