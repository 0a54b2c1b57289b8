import { and, eq, type SQL } from 'drizzle-orm'
import type { Db } from '../../../../platform/db.ts'
import { onId, onTime, ordering, type Page, type Paged } from '../../../../platform/paging.ts'
import { change, columnsOf, query, standalone } from '../../../../platform/statement.ts'
import type { RefundState } from '../model.ts'
import { refund } from '../table.ts'

export type Refund = typeof refund.$inferSelect

const columns = columnsOf(refund)

/** Reserves an amount of a payment that came in, if so much of it is left; the one of which most is left. */
export const reserve = change<
  { forId: string; amount: string; now: Date },
  { id: string; interfaceId: string; accountId: string }
>(
  'payments.reserve_refund',
  `update payments_payment set refunded = refunded + $amount::numeric, updated_at = $now where id = (
     select id from payments_payment where for_id = $forId and status = 'success' and amount - refunded >= $amount::numeric
       and id not in (select payment_id from payments_reversal)
     order by amount - refunded desc, id limit 1 for update)
   returning id, interface_id, account_id`,
)
export const unreserve = change<{ paymentId: string; amount: string; now: Date }>(
  'payments.unreserve_refund',
  `update payments_payment set refunded = refunded - $amount::numeric, updated_at = $now where id = $paymentId`,
)
/** A payment of which nothing is left is refunded. */
export const markAllRefunded = change<{ paymentId: string; now: Date }>(
  'payments.mark_all_refunded',
  `update payments_payment p set status = 'refunded', updated_at = $now
   where p.id = $paymentId and p.refunded = p.amount and p.status = 'success'
     and not exists (select 1 from payments_refund r where r.payment_id = p.id and r.status in ('wanted', 'sent'))`,
)

type New = Pick<Refund, 'id' | 'paymentId' | 'accountId' | 'interfaceId' | 'forId' | 'amount' | 'reason'> & {
  now: Date
}

export const insertRefund = change<New, Refund>(
  'payments.insert_refund',
  `insert into payments_refund (id, payment_id, account_id, interface_id, for_id, amount, status, reason, next_try_at, created_at, updated_at)
   values ($id, $paymentId, $accountId, $interfaceId, $forId, $amount, 'wanted', $reason, $now, $now, $now) returning ${columns}`,
)

/** A refund with what the gateway knows of its payment. */
export interface Due extends Refund {
  /** Its state before it was taken. */
  readonly before: RefundState
  readonly reference: string
  readonly gatewayTx: string | null
  readonly total: string
}

/**
 * Takes refunds to send or to ask about, so that no other process has them until `lostAt`. From here on each may have been
 * sent: one whose process dies is only asked about. `before` says whether it was sent already.
 */
export const claimRefunds = standalone<{ now: Date; lostAt: Date; limit: number }, Due>(
  'payments.claim_refunds',
  `with due as (
     select id, status from payments_refund where next_try_at <= $now order by next_try_at limit $limit for update skip locked)
   update payments_refund r set tries = r.tries + 1, next_try_at = $lostAt, status = 'sent' from due, payments_payment p
   where r.id = due.id and p.id = r.payment_id
   returning ${columnsOf(refund, 'r')}, due.status as before, p.reference, p.gateway_tx, p.amount as total`,
)

export const tryAgain = standalone<{
  id: string
  status: RefundState
  nextTryAt: Date | null
  problem: string | null
  now: Date
}>(
  'payments.try_refund_again',
  `update payments_refund set status = $status, next_try_at = $nextTryAt, problem = $problem, updated_at = $now
   where id = $id and status in ('wanted', 'sent')`,
)

/** Ends a refund, if it isn't ended: of any number that say so, one is let through. */
export const endRefund = change<
  {
    id: string
    status: 'success' | 'failed'
    gatewayRefund: string | null
    problem: string | null
    by: string | null
    now: Date
  },
  Refund
>(
  'payments.end_refund',
  `update payments_refund set status = $status, gateway_refund = $gatewayRefund, problem = $problem, finished_by = $by,
     next_try_at = null, updated_at = $now
   where id = $id and status in ('wanted', 'sent') returning ${columns}`,
)

export const refundById = query<{ id: string }, Refund>(
  'payments.refund_by_id',
  `select ${columns} from payments_refund where id = $id`,
)
export const refundsFor = query<{ forId: string }, Refund>(
  'payments.refunds_for',
  `select ${columns} from payments_refund where for_id = $forId order by created_at, id`,
)

export const refundOrder = ordering<Refund>(
  { created_at: onTime(refund.createdAt, (row) => row.createdAt) },
  onId(refund.id, (row) => row.id),
  '-created_at',
)

export interface RefundFilters {
  readonly status?: RefundState | undefined
  readonly forId?: string | undefined
}

/** Refunds by gateways, newest first unless sorted. */
export async function listRefunds(
  db: Db,
  { status, forId }: RefundFilters,
  page: Page,
): Promise<Paged<Refund>> {
  const { where, orderBy, toPage } = refundOrder.of(page)
  const conditions: (SQL | undefined)[] = [
    status ? eq(refund.status, status) : undefined,
    forId ? eq(refund.forId, forId) : undefined,
    where,
  ]
  const rows = await db.orm
    .select()
    .from(refund)
    .where(and(...conditions))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}
