import { and, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm'
import type { Db } from '../../../../platform/db.ts'
import { onId, onTime, ordering, type Page, type Paged } from '../../../../platform/paging.ts'
import { change, columnsOf, query } from '../../../../platform/statement.ts'
import { renewal } from '../table.ts'

export type Renewal = typeof renewal.$inferSelect

const columns = columnsOf(renewal)

export const renewalsOf = query<{ leaseIds: readonly string[] }, Renewal>(
  'orders.renewals_of',
  `select ${columns} from orders_renewal where lease_id = any($leaseIds::uuid[])`,
)
export const lockRenewal = change<{ leaseId: string }, Renewal>(
  'orders.lock_renewal',
  `select ${columns} from orders_renewal where lease_id = $leaseId for update`,
)
/** One that is to be looked at (this one, if it is named), which no other process looks at. */
export const lockDueRenewal = change<{ now: Date; leaseId: string | null }, Renewal>(
  'orders.lock_due_renewal',
  `select ${columns} from orders_renewal where auto and next_try_at <= $now and ($leaseId::uuid is null or lease_id = $leaseId)
   order by next_try_at limit 1 for update skip locked`,
)
/** What can't be looked at is left alone for a while, so that the others go on. */
export const putOff = change<{ leaseId: string; until: Date; now: Date }>(
  'orders.put_off_renewal',
  `update orders_renewal set next_try_at = $until, updated_at = $now where lease_id = $leaseId and auto and next_try_at <= $now`,
)

type Chosen = Pick<Renewal, 'leaseId' | 'accountId' | 'planId' | 'language' | 'auto' | 'nextTryAt'> & {
  specs: string
  now: Date
}
/** Keeps what a customer chose; what was tried before counts no more. */
export const saveRenewal = change<Chosen, Renewal>(
  'orders.save_renewal',
  `insert into orders_renewal (lease_id, account_id, plan_id, specs, language, auto, next_try_at, tries, created_at, updated_at)
   values ($leaseId, $accountId, $planId, $specs::jsonb, $language, $auto, $nextTryAt, 0, $now, $now)
   on conflict (lease_id) do update set plan_id = excluded.plan_id, specs = excluded.specs, language = excluded.language,
     auto = excluded.auto, next_try_at = excluded.next_try_at, tried_for = null, tries = 0, tried_at = null, problem = null, updated_at = $now
   returning ${columns}`,
)
export const stopRenewal = change<{ leaseId: string; now: Date }, Renewal>(
  'orders.stop_renewal',
  `update orders_renewal set auto = false, next_try_at = null, updated_at = $now where lease_id = $leaseId returning ${columns}`,
)
/** A lease that was changed goes on with what it was changed to. */
export const followPlan = change<{ leaseId: string; planId: string; specs: string; now: Date }>(
  'orders.renewal_follows_plan',
  `update orders_renewal set plan_id = $planId, specs = $specs::jsonb, told_price = null, told_at = null, updated_at = $now
   where lease_id = $leaseId`,
)

type Looked = Pick<
  Renewal,
  'leaseId' | 'nextTryAt' | 'triedFor' | 'tries' | 'triedAt' | 'problem' | 'toldPrice' | 'toldAt'
> & { now: Date }
export const noteLook = change<Looked>(
  'orders.note_renewal',
  `update orders_renewal set next_try_at = $nextTryAt, tried_for = $triedFor, tries = $tries, tried_at = $triedAt, problem = $problem,
     told_price = $toldPrice, told_at = $toldAt, updated_at = $now
   where lease_id = $leaseId`,
)

export const renewalOrder = ordering<Renewal>(
  { created_at: onTime(renewal.createdAt, (row) => row.createdAt) },
  onId(renewal.leaseId, (row) => row.leaseId),
  '-created_at',
)

export interface RenewalFilters {
  readonly auto?: boolean | undefined
  /** Only those whose last try failed, or only the others. */
  readonly failed?: boolean | undefined
  readonly accountId?: string | undefined
  readonly accountIds?: readonly string[] | undefined
}

/** Renewals by themselves, the newest choice first unless sorted. */
export async function listRenewals(db: Db, filters: RenewalFilters, page: Page): Promise<Paged<Renewal>> {
  const { auto, failed, accountId, accountIds } = filters
  const { where, orderBy, toPage } = renewalOrder.of(page)
  const conditions: (SQL | undefined)[] = [
    auto === undefined ? undefined : eq(renewal.auto, auto),
    failed === undefined ? undefined : failed ? isNotNull(renewal.problem) : isNull(renewal.problem),
    accountId ? eq(renewal.accountId, accountId) : undefined,
    accountIds ? inArray(renewal.accountId, [...accountIds]) : undefined,
    where,
  ]
  const rows = await db.orm
    .select()
    .from(renewal)
    .where(and(...conditions))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}
