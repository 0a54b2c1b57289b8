import {
  and,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNull,
  like,
  lt,
  lte,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import type { Db } from '../../../platform/db.ts'
import { onId, onNumber, onText, onTime, ordering, type Page, type Paged } from '../../../platform/paging.ts'
import { containing } from '../../../platform/patterns.ts'
import { change, columnsOf, query } from '../../../platform/statement.ts'
import { couponKey, type CouponState } from './model.ts'
import { coupon, use } from './table.ts'

type Row = typeof coupon.$inferSelect
export interface Coupon extends Row {
  readonly productIds: readonly string[]
  readonly planIds: readonly string[]
}
export type CouponUse = typeof use.$inferSelect

const scopeOf = (column: string) =>
  `array(select ${column} from coupons_scope s where s.coupon_id = coupons_coupon.id and ${column} is not null order by 1)`
const columns = `${columnsOf(coupon)}, ${scopeOf('product_id')} as product_ids, ${scopeOf('plan_id')} as plan_ids`

export const couponByKey = query<{ codeKey: string }, Coupon>(
  'coupons.by_key',
  `select ${columns} from coupons_coupon where code_key = $codeKey`,
)
export const couponById = query<{ id: string }, Coupon>(
  'coupons.by_id',
  `select ${columns} from coupons_coupon where id = $id`,
)
export const lockCouponRow = change<{ id: string }, Coupon>(
  'coupons.lock',
  `select ${columns} from coupons_coupon where id = $id for no key update`,
)
export const countUses = query<{ couponId: string; accountId: string }, { count: number }>(
  'coupons.count_uses',
  'select count(*) as count from coupons_use where coupon_id = $couponId and account_id = $accountId',
)

/** Counts a use by an account, under the lowest number that it has free; the coupon is locked. */
export const insertUse = change<Omit<CouponUse, 'nth'>>(
  'coupons.insert_use',
  `with counted as (update coupons_coupon set used = used + 1 where id = $couponId),
     mine as (select nth from coupons_use where coupon_id = $couponId and account_id = $accountId)
   insert into coupons_use (order_id, coupon_id, account_id, nth, discount, at)
   select $orderId, $couponId, $accountId, min(n), $discount, $at
   from generate_series(1, (select count(*) + 1 from mine)) n where n not in (select nth from mine)`,
)
/** Ends the use of an order, where it has one. */
export const deleteUse = change<{ orderId: string }>(
  'coupons.delete_use',
  `with gone as (delete from coupons_use where order_id = $orderId returning coupon_id)
   update coupons_coupon set used = used - 1 from gone where id = gone.coupon_id`,
)

type Written = Omit<Row, 'used' | 'createdAt' | 'updatedAt'> & { readonly now: Date }

export const insertCoupon = change<Written>(
  'coupons.insert',
  `insert into coupons_coupon (id, code, code_key, note, percent, amount, starts_at, ends_at, max_uses, per_account,
     first_order_only, active, created_at, updated_at)
   values ($id, $code, $codeKey, $note, $percent, $amount, $startsAt, $endsAt, $maxUses, $perAccount,
     $firstOrderOnly, $active, $now, $now)`,
)
export const updateCoupon = change<Written>(
  'coupons.update',
  `update coupons_coupon set code = $code, code_key = $codeKey, note = $note, percent = $percent, amount = $amount,
     starts_at = $startsAt, ends_at = $endsAt, max_uses = $maxUses, per_account = $perAccount,
     first_order_only = $firstOrderOnly, active = $active, updated_at = $now
   where id = $id`,
)
export const deleteCoupon = change<{ id: string }, { id: string }>(
  'coupons.delete',
  'delete from coupons_coupon where id = $id returning id',
)
export const clearScope = change<{ id: string }>(
  'coupons.clear_scope',
  'delete from coupons_scope where coupon_id = $id',
)
export const insertScope = change<{
  id: string
  productIds: readonly string[]
  planIds: readonly string[]
}>(
  'coupons.insert_scope',
  `insert into coupons_scope (coupon_id, product_id, plan_id)
   select $id::uuid, product_id, null::uuid from unnest($productIds::uuid[]) product_id
   union select $id::uuid, null::uuid, plan_id from unnest($planIds::uuid[]) plan_id`,
)

export const couponOrder = ordering<Coupon>(
  {
    created_at: onTime(coupon.createdAt, (row) => row.createdAt),
    code: onText(coupon.codeKey, (row) => row.codeKey),
    used: onNumber(coupon.used, (row) => row.used),
  },
  onId(coupon.id, (row) => row.id),
  '-created_at',
)

export interface CouponFilters {
  /** Any part of a code. */
  readonly query?: string | undefined
  readonly state?: CouponState | undefined
  readonly now: Date
}

const listed = {
  ...getTableColumns(coupon),
  productIds: sql<string[]>`${sql.raw(scopeOf('product_id'))}`,
  planIds: sql<string[]>`${sql.raw(scopeOf('plan_id'))}`,
}

/** Coupons, newest first unless sorted. */
export async function listCoupons(db: Db, filters: CouponFilters, page: Page): Promise<Paged<Coupon>> {
  const { where, orderBy, toPage } = couponOrder.of(page)
  const rows = await db.orm
    .select(listed)
    .from(coupon)
    .where(and(sought(filters), where))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

const sought = ({ query, state, now }: CouponFilters): SQL | undefined =>
  and(query ? like(coupon.codeKey, containing(couponKey(query))) : undefined, state && inState(state, now))

/** The same as `stateOf` says of a row. */
function inState(state: CouponState, now: Date): SQL | undefined {
  const on = eq(coupon.active, true)
  const hasEnded = lte(coupon.endsAt, now)
  const isOpen = or(isNull(coupon.endsAt), gt(coupon.endsAt, now))
  const hasBegun = or(isNull(coupon.startsAt), lte(coupon.startsAt, now))
  const isUsedUp = gte(coupon.used, coupon.maxUses)
  const isLeft = or(isNull(coupon.maxUses), lt(coupon.used, coupon.maxUses))
  const of: Readonly<Record<CouponState, SQL | undefined>> = {
    off: eq(coupon.active, false),
    ended: and(on, hasEnded),
    upcoming: and(on, isOpen, gt(coupon.startsAt, now)),
    used_up: and(on, isOpen, hasBegun, isUsedUp),
    usable: and(on, isOpen, hasBegun, isLeft),
  }
  return of[state]
}

export interface FoundUse extends CouponUse {
  readonly code: string
}

export const useOrder = ordering<FoundUse>(
  { at: onTime(use.at, (row) => row.at) },
  onId(use.orderId, (row) => row.orderId),
  '-at',
)

export interface UseFilters {
  readonly couponId?: string | undefined
  /** Of any of these. */
  readonly accountIds?: readonly string[] | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

/** Orders that hold a coupon, newest first unless sorted. */
export async function listUses(db: Db, filters: UseFilters, page: Page): Promise<Paged<FoundUse>> {
  const { couponId, accountIds, from, to } = filters
  const { where, orderBy, toPage } = useOrder.of(page)
  const rows = await db.orm
    .select({ ...getTableColumns(use), code: coupon.code })
    .from(use)
    .innerJoin(coupon, eq(coupon.id, use.couponId))
    .where(
      and(
        couponId ? eq(use.couponId, couponId) : undefined,
        accountIds ? inArray(use.accountId, [...accountIds]) : undefined,
        from ? gte(use.at, from) : undefined,
        to ? lt(use.at, to) : undefined,
        where,
      ),
    )
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}
