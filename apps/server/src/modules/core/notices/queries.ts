import type { Text } from '@lessor/kit'
import { and, eq, type SQL } from 'drizzle-orm'
import type { Db } from '../../../platform/db.ts'
import { onId, onTime, ordering, type Page, type Paged } from '../../../platform/paging.ts'
import { deletionOf } from '../../../platform/retention.ts'
import { change, query, standalone } from '../../../platform/statement.ts'
import type { DeliveryState, Severity } from './model.ts'
import { delivery, notice } from './table.ts'

export const insertNotice = change<{
  id: string
  kind: string
  severity: Severity
  title: string
  body: string
  path: string | null
  at: Date
  once: string | null
}>(
  'notices.insert_notice',
  `insert into notices_notice (id, kind, severity, title, body, path, at, once)
   values ($id, $kind, $severity, $title::jsonb, $body::jsonb, $path, $at, $once) on conflict (kind, once) do nothing`,
)

export const noticeOnce = query<{ kind: string; once: string }, { id: string }>(
  'notices.notice_once',
  'select id from notices_notice where kind = $kind and once = $once',
)

export const chosenFor = query<{ kind: string }, { interfaceId: string }>(
  'notices.chosen_for',
  `select interface_id from notices_route where kind = $kind order by interface_id`,
)

export const insertDeliveries = change<{
  ids: readonly string[]
  noticeId: string
  interfaces: readonly string[]
  now: Date
}>(
  'notices.insert_deliveries',
  `insert into notices_delivery (id, notice_id, interface_id, state, next_try_at, created_at)
   select id, $noticeId, interface_id, 'waiting', $now, $now
   from unnest($ids::uuid[], $interfaces::uuid[]) one (id, interface_id)`,
)

export interface Claimed {
  readonly id: string
  readonly interfaceId: string
  readonly attempts: number
  readonly createdAt: Date
  readonly noticeId: string
  readonly kind: string
  readonly severity: Severity
  readonly title: Text
  readonly body: Text
  readonly path: string | null
  readonly at: Date
}

/** Takes notices to try, so that no other process has them until `lostAt`; fresh ones first. */
export const claimDue = standalone<{ now: Date; lostAt: Date; limit: number }, Claimed>(
  'notices.claim_due',
  `update notices_delivery d set attempts = attempts + 1, next_try_at = $lostAt from notices_notice n
   where n.id = d.notice_id and d.id in (
     select id from notices_delivery where state = 'waiting' and next_try_at <= $now
     order by attempts, next_try_at limit $limit for update skip locked)
   returning d.id, d.interface_id, d.attempts, d.created_at, n.id as notice_id, n.kind, n.severity, n.title, n.body, n.path, n.at`,
)

export const markSent = standalone<{ id: string; now: Date }>(
  'notices.mark_sent',
  `update notices_delivery set state = 'sent', sent_at = $now, last_error = null where id = $id`,
)

/** Without `retryAt` it is given up. */
export const markFailed = standalone<{ id: string; error: string; retryAt: Date | null }>(
  'notices.mark_failed',
  `update notices_delivery set last_error = $error,
     state = case when $retryAt::timestamptz is null then 'failed' else 'waiting' end,
     next_try_at = coalesce($retryAt::timestamptz, next_try_at)
   where id = $id and state = 'waiting'`,
)

export const routes = query<object, { kind: string; interfaceId: string }>(
  'notices.routes',
  `select kind, interface_id from notices_route order by kind, interface_id`,
)

export const deleteRoutes = change<{ kind: string }>(
  'notices.delete_routes',
  `delete from notices_route where kind = $kind`,
)
export const insertRoutes = change<{ kind: string; interfaces: readonly string[] }>(
  'notices.insert_routes',
  `insert into notices_route (kind, interface_id) select $kind, id from unnest($interfaces::uuid[]) one (id)
   on conflict do nothing`,
)

export const deleteOldNotices = deletionOf('notices.delete_old', 'notices_notice', 'at < $before')

export const deliveryOrder = ordering<Listed>(
  { created_at: onTime(delivery.createdAt, (row) => row.createdAt) },
  onId(delivery.id, (row) => row.id),
  '-created_at',
)

export type Listed = Pick<
  typeof delivery.$inferSelect,
  'id' | 'interfaceId' | 'state' | 'attempts' | 'lastError' | 'nextTryAt' | 'createdAt' | 'sentAt'
> &
  Pick<typeof notice.$inferSelect, 'kind' | 'severity' | 'title'>

export interface DeliveryFilters {
  readonly kind?: string | undefined
  readonly state?: DeliveryState | undefined
}

/** Notices on their way, newest first unless sorted. */
export async function listDeliveries(db: Db, filters: DeliveryFilters, page: Page): Promise<Paged<Listed>> {
  const { where, orderBy, toPage } = deliveryOrder.of(page)
  const conditions: (SQL | undefined)[] = [
    filters.kind ? eq(notice.kind, filters.kind) : undefined,
    filters.state ? eq(delivery.state, filters.state) : undefined,
    where,
  ]
  const { id, interfaceId, state, attempts, lastError, nextTryAt, createdAt, sentAt } = delivery
  const { kind, severity, title } = notice
  const rows = await db.orm
    .select({
      id,
      interfaceId,
      state,
      attempts,
      lastError,
      nextTryAt,
      createdAt,
      sentAt,
      kind,
      severity,
      title,
    })
    .from(delivery)
    .innerJoin(notice, eq(notice.id, delivery.noticeId))
    .where(and(...conditions))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}
