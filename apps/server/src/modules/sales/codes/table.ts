import { sql } from 'drizzle-orm'
import { check, index, integer, numeric, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant, money } from '../../../platform/table.ts'
import { account } from '../../people/accounts/table.ts'
import { product } from '../../leasing/catalog/table.ts'
import { order } from '../orders/table.ts'
import type { Worth } from './model.ts'

/** Codes that were issued together: all bring the same. */
export const codeBatch = pgTable(
  'codes_batch',
  {
    id: uuid('id').primaryKey(),
    productId: uuid('product_id').notNull().references(() => product.id),
    /** The paid order that it was issued for: one batch for each. */
    orderId: uuid('order_id').references(() => order.id),
    /** What each code brings: so many days of a level, or so much money in the wallet. */
    worth: text('worth').$type<Worth>().notNull().default('time'),
    level: integer('level'),
    days: integer('days'),
    value: money('value'),
    /** What one code is sold for; the account's spending sums it. */
    amount: numeric('amount', { precision: 12, scale: 2 }).notNull(),
    count: integer('count').notNull(),
    prefix: text('prefix').notNull(),
    note: text('note').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('codes_batch_created').on(t.createdAt, t.id),
    unique('codes_batch_order').on(t.orderId),
    check('codes_batch_worth', sql`case ${t.worth} when 'time' then ${t.level} is not null and ${t.days} is not null and ${t.value} is null
      when 'money' then ${t.level} is null and ${t.days} is null and ${t.value} is not null and ${t.value} > 0 else false end`),
    check('codes_batch_days', sql`${t.days} between 1 and 3650`),
    check('codes_batch_level', sql`${t.level} between 1 and 100`),
    check('codes_batch_amount', sql`${t.amount} >= 0`),
    check('codes_batch_count', sql`${t.count} between 1 and 100000`),
  ],
) // prettier-ignore

/** A one-time secret worth time. Only its keyed hash and a sealed copy are kept. */
export const code = pgTable(
  'codes_code',
  {
    id: uuid('id').primaryKey(),
    batchId: uuid('batch_id').notNull().references(() => codeBatch.id),
    hash: bytea('hash').notNull().unique(),
    sealed: bytea('sealed').notNull(),
    /** The last four characters, by which people tell codes apart. */
    tail: text('tail').notNull(),
    usedBy: uuid('used_by').references(() => account.id),
    usedAt: instant('used_at'),
    revokedAt: instant('revoked_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('codes_code_batch').on(t.batchId, t.id),
    // Small ones: they count a batch's ended codes and list them, and cost nothing while codes are issued.
    index('codes_code_used').on(t.batchId, t.id).where(sql`${t.usedAt} is not null`),
    index('codes_code_revoked').on(t.batchId, t.id).where(sql`${t.revokedAt} is not null`),
    index('codes_code_used_at').on(t.usedAt, t.id).where(sql`${t.usedAt} is not null`),
    index('codes_code_used_by').on(t.usedBy).where(sql`${t.usedBy} is not null`),
    index('codes_code_tail').on(t.tail),
    check('codes_code_used', sql`(${t.usedAt} is null) = (${t.usedBy} is null)`),
    check('codes_code_end', sql`${t.usedAt} is null or ${t.revokedAt} is null`),
  ],
) // prettier-ignore
