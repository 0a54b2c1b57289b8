import { entrySources, type Moved, type SpanJson } from '@lessor/kit'
import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from '../../../platform/table.ts'
import { account } from '../../people/accounts/table.ts'
import { product } from '../catalog/table.ts'

/** An account's right to a product until a time. */
export const lease = pgTable(
  'leases_lease',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull().references(() => account.id),
    productId: uuid('product_id').notNull().references(() => product.id),
    /** Tells several leases of one product apart; null for the one that an account has of it (VIP, Status). */
    holding: uuid('holding'),
    /** Spans end to end, highest level first, as packages/kit lays them. */
    timeline: jsonb('timeline').$type<SpanJson[]>().notNull(),
    /** The end of the last span, also when it is over; of what was taken back, when that was. */
    expiresAt: instant('expires_at'),
    /** The end of the current span; null once its event was published. */
    nextChangeAt: instant('next_change_at'),
    /** Null while what was bought doesn't run yet. The default is for programs that don't know the column. */
    startsAt: instant('starts_at').default(sql`now()`),
    /** From where the months of the end are counted, and how many they are; null unless it was extended by months. */
    anchorAt: instant('anchor_at'),
    anchorMonths: integer('anchor_months'),
    closedAt: instant('closed_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    // Goes in the release that sells a second lease of one product: until then there is none.
    uniqueIndex('leases_lease_holder').on(t.accountId, t.productId),
    unique('leases_lease_holding').on(t.accountId, t.productId, t.holding).nullsNotDistinct(),
    index('leases_lease_next_change').on(t.nextChangeAt),
    index('leases_lease_ends').on(t.productId, t.expiresAt, t.accountId),
    check('leases_lease_anchor', sql`(${t.anchorAt} is null) = (${t.anchorMonths} is null)`),
  ],
) // prettier-ignore

/**
 * Accounts that never held time of a product, for the products that list all accounts (VIP). Where nearly everyone has, those
 * who haven't are only found by looking at everyone. Triggers keep it, so that accounts made by an older process are listed too;
 * without foreign keys, since it is filled beside transactions that lock accounts.
 */
export const neverHeld = pgTable(
  'leases_never',
  { productId: uuid('product_id').notNull(), accountId: uuid('account_id').notNull() },
  (t) => [primaryKey({ columns: [t.productId, t.accountId] })],
)

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
    /** Tells apart several changes by one source. */
    part: integer('part').notNull().default(0),
    level: integer('level').notNull(),
    /** The requested change in days; rounded where it was no whole number of them. */
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
    // Goes with leases_lease_holder.
    uniqueIndex('leases_entry_source').on(t.source, t.sourceId),
    uniqueIndex('leases_entry_source_part').on(t.source, t.sourceId, t.part),
    index('leases_entry_account').on(t.accountId, t.createdAt, t.id),
    index('leases_entry_created').on(t.createdAt, t.id),
    // What operators did, and what no code brought: the few among many that codes bring, which no redemption writes.
    index('leases_entry_operator').on(t.operatorId, t.createdAt, t.id).where(sql`${t.operatorId} is not null`).concurrently(),
    index('leases_entry_operator_name').on(t.operatorName, t.createdAt, t.id).where(sql`${t.operatorName} is not null`).concurrently(),
    index('leases_entry_other').on(t.source, t.createdAt, t.id).where(sql`${t.source} <> 'code'`).concurrently(),
    check('leases_entry_source_kind', sql`${t.source} in (${sql.raw(quoted(entrySources))})`),
    check('leases_entry_change', sql`${t.changeDays} <> 0 or ${t.changeMs} <> 0`),
  ],
) // prettier-ignore

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ')
}
