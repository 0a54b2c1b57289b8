import type { EntrySource, SpanJson } from '@lessor/kit'
import { and, eq, gte, inArray, lt, ne, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../../../platform/db.ts'
import { onId, onTime, ordering, type Page, type Paged } from '../../../platform/paging.ts'
import { change, columnsOf, query } from '../../../platform/statement.ts'
import { lease, leaseEntry } from './table.ts'

export type Lease = typeof lease.$inferSelect
export type LeaseEntry = typeof leaseEntry.$inferSelect
export type Holder = { accountId: string; productId: string }

export interface NewEntry {
  readonly id: string
  readonly leaseId: string
  readonly accountId: string
  readonly timeline: string
  readonly expiresAt: Date | null
  readonly nextChangeAt: Date | null
  /** When it begins, if it hasn't begun before. */
  readonly startsAt: Date | null
  readonly anchorAt: Date | null
  readonly anchorMonths: number | null
  readonly source: EntrySource
  readonly sourceId: string | null
  readonly part: number
  readonly level: number
  readonly changeDays: number
  readonly changeMs: number
  readonly moved: string
  readonly amount: string
  readonly levelBefore: number
  readonly levelAfter: number
  readonly expireBefore: Date | null
  readonly expireAfter: Date | null
  readonly reason: string
  readonly internalNote: string
  readonly operatorId: string | null
  readonly operatorName: string | null
  readonly now: Date
}

/** Writes a lease's new timeline and the entry that says why: one statement, so that neither is without the other. */
export const saveChange = change<NewEntry>(
  'leases.save_change',
  `with changed as (
     update leases_lease set timeline = $timeline, expires_at = $expiresAt, next_change_at = $nextChangeAt, updated_at = $now,
       starts_at = coalesce(starts_at, $startsAt), anchor_at = $anchorAt, anchor_months = $anchorMonths
     where id = $leaseId returning id
   )
   insert into leases_entry (id, lease_id, account_id, source, source_id, part, level, change_days, change_ms, moved, amount,
     level_before, level_after, expire_before, expire_after, reason, internal_note, operator_id, operator_name, created_at)
   select $id, id, $accountId, $source, $sourceId, $part, $level, $changeDays, $changeMs, $moved, $amount,
     $levelBefore, $levelAfter, $expireBefore, $expireAfter, $reason, $internalNote, $operatorId, $operatorName, $now
   from changed`,
)

export const saveTimeline = change<{
  id: string
  timeline: string
  expiresAt: Date | null
  nextChangeAt: Date | null
  startsAt: Date | null
  now: Date
}>(
  'leases.save_timeline',
  `update leases_lease set timeline = $timeline, expires_at = $expiresAt, next_change_at = $nextChangeAt,
     starts_at = $startsAt, updated_at = $now
   where id = $id`,
)

/** Entries that were written elsewhere, of level 1; `entries` is their JSON. */
export const insertEntries = change<{ leaseId: string; accountId: string; entries: string }>(
  'leases.insert_entries',
  `insert into leases_entry (id, lease_id, account_id, source, level, change_days, change_ms, level_before, level_after,
     expire_before, expire_after, reason, internal_note, operator_name, created_at)
   select id, $leaseId::uuid, $accountId::uuid, 'import', 1, "changeDays",
     extract(epoch from coalesce("expireAfter", "createdAt") - coalesce("expireBefore", "createdAt"))::numeric * 1000,
     case when "expireBefore" is null then 0 else 1 end, case when "expireAfter" is null then 0 else 1 end,
     "expireBefore", "expireAfter", reason, "internalNote", "operatorName", "createdAt"
   from jsonb_to_recordset($entries::jsonb) as entry (id uuid, "changeDays" int, reason text, "internalNote" text,
     "expireBefore" timestamptz, "expireAfter" timestamptz, "operatorName" text, "createdAt" timestamptz)`,
)

export const leaseById = query<{ id: string }, Lease>(
  'leases.by_id',
  `select ${columnsOf(lease)} from leases_lease where id = $id`,
)
export const leasesById = query<{ ids: readonly string[] }, Lease>(
  'leases.by_ids',
  `select ${columnsOf(lease)} from leases_lease where id = any($ids::uuid[])`,
)
export const leasesHeldBy = query<{ accountId: string }, Lease>(
  'leases.held_by',
  `select ${columnsOf(lease)} from leases_lease where account_id = $accountId order by created_at, id`,
)

/** Time that something brought to a level of a lease. */
export interface Brought {
  readonly source: EntrySource
  readonly sourceId: string | null
  readonly createdAt: Date
  readonly ms: number
}

/** What was brought to a level of a lease, the newest first; what was undone is left out. */
export const broughtTo = query<{ leaseId: string; accountId: string; level: number }, Brought>(
  'leases.brought_to',
  `select source, source_id, created_at, ms::float8 as ms from (
     select source, source_id, created_at, id, coalesce(
       (select sum((one ->> 'ms')::numeric) from jsonb_array_elements(moved) as moves (one) where (one ->> 'level')::int = $level::int),
       case when moved is null and level = $level::int then change_ms end, 0) as ms
     from leases_entry entry
     where account_id = $accountId and lease_id = $leaseId and source <> 'undo' and not exists (
       select from leases_entry undoing where undoing.source in ('undo', 'grant') and undoing.source_id = entry.id)) brought
   where ms > 0 order by created_at desc, id desc limit 1000`,
)

export const timelineOf = query<Holder, { timeline: SpanJson[] }>(
  'leases.timeline_of',
  'select timeline from leases_lease where account_id = $accountId and product_id = $productId and holding is null',
)

export const timelinesOf = query<
  { accountIds: readonly string[]; productId: string },
  Pick<Lease, 'accountId' | 'timeline'>
>(
  'leases.timelines_of',
  `select account_id, timeline from leases_lease
   where account_id = any($accountIds) and product_id = $productId and holding is null`,
)

export const endsOf = query<
  { accountIds: readonly string[]; productId: string },
  { accountId: string; expiresAt: Date | null }
>(
  'leases.ends_of',
  `select account_id, expires_at from leases_lease
   where account_id = any($accountIds) and product_id = $productId and holding is null`,
)

export const spentBy = query<Holder, { spent: string }>(
  'leases.spent_by',
  `select coalesce(sum(amount), 0)::numeric(12,2) as spent from leases_entry entry
   where account_id = $accountId and (select product_id from leases_lease where id = entry.lease_id) = $productId`,
)

/** An entry as `standingColumns` brings it. */
export type StandingEntry = Pick<LeaseEntry, 'changeMs' | 'reason'> & {
  readonly expireAfter: string | null
  readonly createdAt: string
}

/**
 * Columns for the one statement of a higher module that runs too often for two queries: the last end of a product's
 * time and the newest hundred entries that moved any. The arguments are its SQL for the account and the product.
 */
export const standingColumns = (account: string, product: string) =>
  `(select expires_at from leases_lease
    where account_id = ${account} and product_id = ${product} and holding is null) as expires_at,
   (select coalesce(json_agg(newest), '[]') from (
     select change_ms as "changeMs", reason, expire_after as "expireAfter", created_at as "createdAt"
     from leases_entry where account_id = ${account} and change_ms <> 0 and lease_id = (
       select id from leases_lease where account_id = ${account} and product_id = ${product} and holding is null)
     order by created_at desc, id desc limit 100) newest) as history`

/** The entry that undid this one; in rows of before, its source is `grant`. */
export const undoingOf = query<{ id: string }, { id: string }>(
  'leases.undoing_of',
  `select id from leases_entry where source in ('undo', 'grant') and source_id = $id`,
)

export const entryById = query<{ id: string }, LeaseEntry>(
  'leases.entry_by_id',
  `select ${columnsOf(leaseEntry)} from leases_entry where id = $id`,
)

/** Changes of a product's leases from each of `starts` to the next, and the days that they added; days without any are absent. */
export const rechargesByDay = query<
  { productId: string; starts: readonly Date[] },
  { day: number; recharges: number; daysAdded: number }
>(
  'leases.recharges_by_day',
  `select width_bucket(created_at, $starts::timestamptz[]) as day, count(*)::int as recharges,
     coalesce(sum(change_days) filter (where change_days > 0), 0)::int as days_added
   from leases_entry entry
   where -- Rather than a look at the lease of each: leases of other products are few, and found by index.
     not exists (select from leases_lease other
       where other.id = entry.lease_id and (other.product_id < $productId or other.product_id > $productId))
     and created_at >= ($starts::timestamptz[])[1] and created_at < ($starts::timestamptz[])[cardinality($starts::timestamptz[])]
   group by 1`,
)

/**
 * How many leases of a product ran at some moments, none of them to come: those that end after it as they are now, put
 * right where there was a change after it by what the change before it left.
 */
export const leasesRunning = query<{ productId: string; moments: readonly Date[] }, { running: number[] }>(
  'leases.running',
  `with ending as (
     -- How many moments an end lies behind.
     select width_bucket(expires_at - interval '1 microsecond', $moments::timestamptz[]) as passed, count(*) as leases
     from leases_lease where product_id = $productId and expires_at > ($moments::timestamptz[])[1] group by 1
   ), change as (
     -- Those of a lease that had run out; one that ran, and runs on, ran at every moment between it and the one before.
     select entry.created_at, previous_at, expires_at,
       case when previous_at is null then expire_before else left_until end as held_until
     from leases_entry entry join leases_lease lease on lease.id = lease_id
     left join lateral (
       select created_at as previous_at, expire_after as left_until from leases_entry earlier
       where earlier.account_id = entry.account_id and earlier.lease_id = entry.lease_id
         and (earlier.created_at, earlier.id) < (entry.created_at, entry.id)
       order by created_at desc, id desc limit 1) previous on true
     where product_id = $productId and entry.created_at > ($moments::timestamptz[])[1]
       and (coalesce(expire_before, '-infinity') <= entry.created_at or expires_at <= entry.created_at)
   ), span as (
     -- The places of the moments from the change before to this one, and how far of them the time reached and reaches now.
     select coalesce(width_bucket(previous_at - interval '1 microsecond', $moments::timestamptz[]), 0) as first,
       width_bucket(least(created_at, coalesce(held_until, '-infinity')) - interval '1 microsecond', $moments::timestamptz[]) as held,
       width_bucket(least(created_at, coalesce(expires_at, '-infinity')) - interval '1 microsecond', $moments::timestamptz[]) as ends
     from change
   ), step (place, leases) as materialized (
     select 1, leases from ending union all select passed + 1, -leases from ending
     union all select greatest(first, ends) + 1, count(*) from span group by 1
     union all select greatest(first, held) + 1, -count(*) from span group by 1
   )
   select array(
     select coalesce((select sum(leases) from step where step.place <= asked.place), 0)::int
     from generate_series(1, cardinality($moments::timestamptz[])) as asked (place) order by place) as running`,
)

/** How many leases of a product run now and end by each of some times. */
export const leasesEnding = query<
  { productId: string; now: Date; by: readonly Date[] },
  { ending: number[] }
>(
  'leases.ending',
  `select array(select (select count(*)::int from leases_lease
                   where product_id = $productId and expires_at > $now and expires_at <= moment)
           from unnest($by::timestamptz[]) with ordinality as by (moment, place) order by place) as ending`,
)

export interface EntryFilters {
  readonly productId: string
  readonly accountId?: string | undefined
  /** The same, of another question: both must be. */
  readonly namedIds?: readonly string[] | undefined
  readonly source?: string | undefined
  readonly operatorId?: string | undefined
  readonly operatorName?: string | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
  /** Only those that moved time: taking from nothing moves none. */
  readonly moving?: boolean | undefined
}

export const entryOrder = ordering<LeaseEntry>(
  { created_at: onTime(leaseEntry.createdAt, (row) => row.createdAt) },
  onId(leaseEntry.id, (row) => row.id),
  '-created_at',
)

/** Changes of leases, newest first unless sorted. */
export async function listEntries(db: Db, filters: EntryFilters, page: Page): Promise<Paged<LeaseEntry>> {
  const { where, orderBy, toPage } = entryOrder.of(page)
  const conditions: (SQL | undefined)[] = [
    // Neither a join nor a bare comparison: without coalesce, few rows are expected, and all are read for each page.
    sql`coalesce(
      (select ${lease.productId} from ${lease} where ${lease.id} = ${leaseEntry.leaseId}) = ${filters.productId}, false)`,
    filters.accountId ? eq(leaseEntry.accountId, filters.accountId) : undefined,
    filters.namedIds ? inArray(leaseEntry.accountId, [...filters.namedIds]) : undefined,
    filters.source ? eq(leaseEntry.source, filters.source) : undefined,
    filters.operatorId ? eq(leaseEntry.operatorId, filters.operatorId) : undefined,
    filters.operatorName ? eq(leaseEntry.operatorName, filters.operatorName) : undefined,
    filters.from ? gte(leaseEntry.createdAt, filters.from) : undefined,
    filters.to ? lt(leaseEntry.createdAt, filters.to) : undefined,
    filters.moving ? ne(leaseEntry.changeMs, 0) : undefined,
    where,
  ]
  const rows = await db.orm
    .select()
    .from(leaseEntry)
    .where(and(...conditions))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}
