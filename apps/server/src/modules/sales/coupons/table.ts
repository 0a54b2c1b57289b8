import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, money } from '../../../platform/table.ts'
import { plan, product } from '../../leasing/catalog/table.ts'
import { account } from '../../people/accounts/table.ts'

/** What lowers the price of an order. */
export const coupon = pgTable(
  'coupons_coupon',
  {
    id: uuid('id').primaryKey(),
    /** As staff wrote it. */
    code: text('code').notNull(),
    /** As it is compared. */
    codeKey: text('code_key').notNull(),
    /** For staff. */
    note: text('note').notNull(),
    /** Either so many percent of the price, */
    percent: numeric('percent', { precision: 5, scale: 2 }),
    /** or so much of it. */
    amount: money('amount'),
    /** From then on; null: at once. */
    startsAt: instant('starts_at'),
    /** Until before then; null: without end. */
    endsAt: instant('ends_at'),
    /** By all accounts together; null: without end. */
    maxUses: integer('max_uses'),
    /** How many orders hold it. */
    used: integer('used').notNull().default(0),
    /** Null: without end. */
    perAccount: integer('per_account'),
    firstOrderOnly: boolean('first_order_only').notNull(),
    active: boolean('active').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    unique('coupons_coupon_code').on(t.codeKey),
    index('coupons_coupon_created').on(t.createdAt, t.id),
    check('coupons_coupon_worth', sql`num_nonnulls(${t.percent}, ${t.amount}) = 1`),
    check('coupons_coupon_percent', sql`${t.percent} > 0 and ${t.percent} <= 100`),
    check('coupons_coupon_amount', sql`${t.amount} > 0`),
    check('coupons_coupon_dates', sql`${t.startsAt} < ${t.endsAt}`),
    check('coupons_coupon_used', sql`${t.used} <= ${t.maxUses}`),
    check('coupons_coupon_not_negative', sql`${t.used} >= 0`),
    check('coupons_coupon_limits', sql`${t.maxUses} >= 1 and ${t.perAccount} >= 1`),
  ],
) // prettier-ignore

/** What a coupon is for; a coupon without such a row is for everything. */
export const scope = pgTable(
  'coupons_scope',
  {
    couponId: uuid('coupon_id').notNull().references(() => coupon.id, { onDelete: 'cascade' }),
    /** Either a product with all of its plans, */
    productId: uuid('product_id').references(() => product.id),
    /** or one plan. */
    planId: uuid('plan_id').references(() => plan.id),
  },
  (t) => [
    unique('coupons_scope_once').on(t.couponId, t.productId, t.planId).nullsNotDistinct(),
    index('coupons_scope_product').on(t.productId),
    index('coupons_scope_plan').on(t.planId),
    check('coupons_scope_one', sql`num_nonnulls(${t.productId}, ${t.planId}) = 1`),
  ],
) // prettier-ignore

/** An order that holds a coupon: made with the order, gone when the order is cancelled. */
export const use = pgTable(
  'coupons_use',
  {
    /** Orders stand above coupons, so that no foreign key says so. */
    orderId: uuid('order_id').notNull(),
    couponId: uuid('coupon_id').notNull().references(() => coupon.id),
    accountId: uuid('account_id').notNull().references(() => account.id),
    /** Which use of this account it is, from 1. */
    nth: integer('nth').notNull(),
    /** By how much it lowered the price. */
    discount: money('discount').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'coupons_use_order', columns: [t.orderId] }),
    unique('coupons_use_nth').on(t.couponId, t.accountId, t.nth),
    index('coupons_use_at').on(t.at, t.orderId),
    index('coupons_use_account').on(t.accountId),
    check('coupons_use_from_1', sql`${t.nth} >= 1`),
    check('coupons_use_discount', sql`${t.discount} >= 0`),
  ],
) // prettier-ignore
