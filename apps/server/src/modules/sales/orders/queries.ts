import { and, eq, gte, inArray, lt, type SQL } from 'drizzle-orm'
import type { Db } from '../../../platform/db.ts'
import { onId, onTime, ordering, type Page, type Paged } from '../../../platform/paging.ts'
import { change, columnsOf, query } from '../../../platform/statement.ts'
import type { OrderState } from './model.ts'
import { order, step, type refund } from './table.ts'

export type Order = typeof order.$inferSelect
export type Step = typeof step.$inferSelect

const columns = columnsOf(order)

export const orderById = query<{ id: string }, Order>(
  'orders.by_id',
  `select ${columns} from orders_order where id = $id`,
)
export const lockOrder = change<{ id: string }, Order>(
  'orders.lock',
  `select ${columns} from orders_order where id = $id for update`,
)
/** Those of some ids that are orders and wait for no money. */
export const closedAmong = query<{ ids: readonly string[] }, { id: string }>(
  'orders.closed_among',
  `select id from orders_order where id = any($ids::uuid[]) and status <> 'pending' order by id`,
)
/** Accounts whose orders were credited with another amount than other orders of theirs gave up. */
export const creditGaps = query<
  Record<string, never>,
  { accountId: string; credited: string; moved: string }
>(
  'orders.credit_gaps',
  `select account_id, sum(case when paid_at is null then 0 else credit end) as credited, sum(moved) as moved from orders_order
   where credit > 0 or moved > 0 group by account_id
   having sum(case when paid_at is null then 0 else credit end) <> sum(moved) order by account_id`,
)
/** Orders that nobody paid in time. */
export const overdue = query<{ now: Date; limit: number }, { id: string }>(
  'orders.overdue',
  `select id from orders_order where status = 'pending' and due_at <= $now order by due_at limit $limit`,
)
/** Paid orders of a period that stand on no invoice, the oldest first. */
export const unbilled = query<{ accountId: string | null; from: Date; to: Date; limit: number }, Order>(
  'orders.unbilled',
  `select ${columns} from orders_order
   where paid_at >= $from and paid_at < $to and total > 0 and account_id = coalesce($accountId, account_id)
     and not exists (select from invoices_item where cause = 'order' and cause_id = orders_order.id)
   order by paid_at, id limit $limit`,
  { reads: ['invoices'] },
)
export const countUnpaid = query<{ accountId: string }, { count: number }>(
  'orders.count_unpaid',
  `select count(*) as count from orders_order where account_id = $accountId and status = 'pending'`,
)

/** Whether an account has an order that isn't cancelled; without regard to one of them. */
export const hasOrdered = query<{ accountId: string; but: string | null }, { found: boolean }>(
  'orders.has_ordered',
  `select exists(select from orders_order where account_id = $accountId and status <> 'cancelled'
     and id is distinct from $but::uuid) as found`,
)

type New = Omit<
  Order,
  | 'terms'
  | 'specs'
  | 'refunded'
  | 'moved'
  | 'gateway'
  | 'lapsed'
  | 'paidAt'
  | 'reversedAt'
  | 'endsBefore'
  | 'startsAt'
  | 'endsAt'
  | 'endedAt'
  | 'updatedAt'
> & { terms: string; specs: string }

export const insertOrder = change<New, Order>(
  'orders.insert_order',
  `insert into orders_order (id, account_id, kind, product_id, plan_id, product_name, terms, specs, quantity, language, lease_id, renews_from, coupon_id,
     coupon_code, list, setup_fee, discount, credit, net, tax, total, status, stock_taken, due_at, created_at, updated_at)
   values ($id, $accountId, $kind, $productId, $planId, $productName, $terms::jsonb, $specs::jsonb, $quantity, $language, $leaseId, $renewsFrom, $couponId,
     $couponCode, $list, $setupFee, $discount, $credit, $net, $tax, $total, $status, $stockTaken, $dueAt, $createdAt, $createdAt) returning ${columns}`,
)

interface Moved {
  readonly id: string
  readonly from: OrderState
  readonly to: OrderState
  readonly now: Date
  readonly gateway?: string | null
  readonly paidAt?: Date | null
  readonly startsAt?: Date | null
  readonly endsAt?: Date | null
  readonly leaseId?: string | null
  readonly stockTaken?: boolean | null
  readonly lapsed?: boolean | null
}

/** Moves an order one step; what isn't given stays. */
export const moveOrder = change<Moved, Order>(
  'orders.move',
  `update orders_order set status = $to, updated_at = $now, gateway = coalesce($gateway, gateway),
     paid_at = coalesce($paidAt, paid_at), starts_at = coalesce($startsAt, starts_at), ends_at = coalesce($endsAt, ends_at),
     lease_id = coalesce($leaseId::uuid, lease_id), stock_taken = coalesce($stockTaken, stock_taken),
     lapsed = coalesce($lapsed, lapsed)
   where id = $id and status = $from returning ${columns}`,
)
/**
 * Notes what was given back of an order, and where its time ends now; never more than it was worth. A renewal of which no
 * time is left may be made again.
 */
export const addRefund = change<{ id: string; amount: string; endsAt: Date | null; now: Date }, Order>(
  'orders.add_refund',
  `update orders_order set refunded = refunded + $amount::numeric, ends_at = $endsAt, updated_at = $now,
     renews_from = case when $endsAt::timestamptz <= starts_at then null else renews_from end
   where id = $id returning ${columns}`,
)
/** Orders that were paid and brought time to a lease, the newest first. */
export const paidOrdersOf = query<{ leaseId: string }, Order>(
  'orders.paid_of_lease',
  `select ${columns} from orders_order where lease_id = $leaseId and paid_at is not null order by created_at desc, id desc`,
)
/** The same, locked one after the other. */
export const lockPaidOf = change<{ leaseId: string; except: string }, Order>(
  'orders.lock_paid_of_lease',
  `select ${columns} from orders_order where lease_id = $leaseId and paid_at is not null and id <> $except
   order by created_at desc, id desc for update`,
)
export const lastOfPlan = query<{ leaseId: string; planId: string }, Order>(
  'orders.last_of_plan',
  `select ${columns} from orders_order where lease_id = $leaseId and plan_id = $planId and paid_at is not null
   order by paid_at desc, id desc limit 1`,
)
/** Orders that wait to be paid for leases. */
export const openForLeases = query<{ leaseIds: readonly string[] }, Order>(
  'orders.open_for_leases',
  `select ${columns} from orders_order
   where lease_id = any($leaseIds::uuid[]) and kind in ('renew', 'change') and status = 'pending'`,
)
/** Whether another order renewed a lease from the same end. */
export const renewedFrom = query<{ leaseId: string; renewsFrom: Date; except: string }, { id: string }>(
  'orders.renewed_from',
  `select id from orders_order where lease_id = $leaseId and renews_from = $renewsFrom and id <> $except
   and status not in ('cancelled', 'refunded')`,
)
/** Notes what was credited of an order, to another one or into the wallet, and ends its period where that is given up. */
export const giveUp = change<
  { id: string; moved: string; refunded: string; ends: boolean; now: Date },
  Order
>(
  'orders.give_up',
  `update orders_order set moved = moved + $moved::numeric, refunded = refunded + $refunded::numeric, updated_at = $now,
     ended_at = case when $ends then $now else ended_at end,
     ends_before = case when $ends then ends_at else ends_before end,
     ends_at = case when $ends then greatest(starts_at, least(ends_at, $now)) else ends_at end
   where id = $id returning ${columns}`,
)
export const noteReversed = change<{ id: string; now: Date }>(
  'orders.note_reversed',
  'update orders_order set reversed_at = coalesce(reversed_at, $now), updated_at = $now where id = $id',
)
export const insertRefund = change<typeof refund.$inferSelect>(
  'orders.insert_refund',
  `insert into orders_refund (id, order_id, at, amount, tax, ends_before)
   values ($id, $orderId, $at, $amount, $tax, $endsBefore)`,
)
export const insertStep = change<Step>(
  'orders.insert_step',
  `insert into orders_step (id, order_id, "from", "to", at, actor_kind, actor_name, reason)
   values ($id, $orderId, $from, $to, $at, $actorKind, $actorName, $reason)`,
)
export const stepsOf = query<{ orderId: string }, Step>(
  'orders.steps_of',
  `select ${columnsOf(step).replace('from, to', '"from", "to"')} from orders_step where order_id = $orderId order by at, id`,
)

export const orderOrder = ordering<Order>(
  { created_at: onTime(order.createdAt, (row) => row.createdAt) },
  onId(order.id, (row) => row.id),
  '-created_at',
)

export interface OrderFilters {
  /** `lapsed`: cancelled because nobody paid in time. */
  readonly status?: OrderState | 'lapsed' | undefined
  readonly accountId?: string | undefined
  /** Of any of these. */
  readonly accountIds?: readonly string[] | undefined
  readonly productId?: string | undefined
  readonly couponId?: string | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

/** Orders, newest first unless sorted. */
export async function listOrders(db: Db, filters: OrderFilters, page: Page): Promise<Paged<Order>> {
  const { status, accountId, accountIds, productId, couponId, from, to } = filters
  const { where, orderBy, toPage } = orderOrder.of(page)
  const conditions: (SQL | undefined)[] = [
    status ? eq(order.status, status === 'lapsed' ? 'cancelled' : status) : undefined,
    status === 'lapsed' ? eq(order.lapsed, true) : undefined,
    accountId ? eq(order.accountId, accountId) : undefined,
    accountIds ? inArray(order.accountId, [...accountIds]) : undefined,
    productId ? eq(order.productId, productId) : undefined,
    couponId ? eq(order.couponId, couponId) : undefined,
    from ? gte(order.createdAt, from) : undefined,
    to ? lt(order.createdAt, to) : undefined,
    where,
  ]
  const rows = await db.orm
    .select()
    .from(order)
    .where(and(...conditions))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}
