import type { Moved, SpanJson } from '@lessor/kit'
import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from '../../platform/table.ts'
import { account } from '../accounts/table.ts'
import { product } from '../catalog/table.ts'

/** An account's right to a product until a time. */
export const lease = pgTable(
  'leases_lease',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull().references(() => account.id),
    productId: uuid('product_id').notNull().references(() => product.id),
    /** Spans end to end, highest level first, as packages/kit lays them. */
    timeline: jsonb('timeline').$type<SpanJson[]>().notNull(),
    /** The end of the last span, also when it is over; of what was taken back, when that was. */
    expiresAt: instant('expires_at'),
    /** The end of the span that runs now; null once that was told. */
    nextChangeAt: instant('next_change_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('leases_lease_holder').on(t.accountId, t.productId),
    index('leases_lease_next_change').on(t.nextChangeAt),
    index('leases_lease_ends').on(t.productId, t.expiresAt, t.accountId),
  ],
) // prettier-ignore

/** One change of a lease, with before and after. */
export const leaseEntry = pgTable(
  'leases_entry',
  {
    id: uuid('id').primaryKey(),
    leaseId: uuid('lease_id').notNull().references(() => lease.id),
    accountId: uuid('account_id').notNull(),
    source: text('source').notNull(),
    /**
     * The code (or order) that brought it, or the grant that this one undoes: what brought time once can't bring it
     * again, what was undone once can't be undone again.
     */
    sourceId: uuid('source_id'),
    level: integer('level').notNull(),
    /** What was asked for. */
    changeDays: integer('change_days').notNull(),
    /** What was really added or taken, in ms: taking stops at now. */
    changeMs: bigint('change_ms', { mode: 'number' }).notNull(),
    /** The same of each level; null in entries of before. */
    moved: jsonb('moved').$type<Moved[]>(),
    amount: numeric('amount', { precision: 12, scale: 2 }).notNull().default('0.00'),
    levelBefore: integer('level_before').notNull(),
    levelAfter: integer('level_after').notNull(),
    expireBefore: instant('expire_before'),
    expireAfter: instant('expire_after'),
    reason: text('reason').notNull().default(''),
    internalNote: text('internal_note').notNull().default(''),
    operatorId: text('operator_id'),
    operatorName: text('operator_name'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('leases_entry_source').on(t.source, t.sourceId),
    index('leases_entry_account').on(t.accountId, t.createdAt, t.id),
    index('leases_entry_created').on(t.createdAt, t.id),
    check('leases_entry_source_kind', sql`${t.source} in ('code', 'grant', 'order')`),
    check('leases_entry_change', sql`${t.changeDays} <> 0`),
  ],
) // prettier-ignore
