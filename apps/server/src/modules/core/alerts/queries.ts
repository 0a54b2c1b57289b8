import { and, eq, isNotNull, isNull, type SQL } from 'drizzle-orm'
import type { Db } from '../../../platform/db.ts'
import { onId, onTime, ordering, type Page, type Paged } from '../../../platform/paging.ts'
import { deletionOf } from '../../../platform/retention.ts'
import { change, columnsOf, query } from '../../../platform/statement.ts'
import type { Severity } from '../notices/index.ts'
import type { Rule } from './model.ts'
import { alert, rule, watch } from './table.ts'

export type Alert = typeof alert.$inferSelect

/** Raises it, unless it is open already. */
export const insertAlert = change<
  {
    id: string
    key: string
    severity: Severity
    title: string
    body: string
    path: string | null
    now: Date
  },
  Alert
>(
  'alerts.insert',
  `insert into alerts_alert (id, key, severity, title, body, path, raised_at)
   values ($id, $key, $severity, $title::jsonb, $body::jsonb, $path, $now)
   on conflict (key) where resolved_at is null do nothing returning ${columnsOf(alert)}`,
)

/** The open alerts of some kind: those whose key begins like this. */
export const openAlerts = query<{ prefix: string }, { key: string; raisedAt: Date }>(
  'alerts.open_like',
  `select key, raised_at from alerts_alert where resolved_at is null and starts_with(key, $prefix)`,
)

export const resolveByKey = change<{ key: string; by: string; now: Date }, Alert>(
  'alerts.resolve_by_key',
  `update alerts_alert set resolved_at = $now, resolved_by = $by where key = $key and resolved_at is null
   returning ${columnsOf(alert)}`,
)

export const resolveById = change<{ id: string; by: string; now: Date }, Alert>(
  'alerts.resolve_by_id',
  `update alerts_alert set resolved_at = $now, resolved_by = $by where id = $id and resolved_at is null
   returning ${columnsOf(alert)}`,
)

export type StoredRule = typeof rule.$inferSelect

export const rules = query<object, StoredRule>('alerts.rules', `select ${columnsOf(rule)} from alerts_rule`)

export const saveRule = change<Rule & { metric: string; now: Date }>(
  'alerts.save_rule',
  `insert into alerts_rule (metric, comparison, threshold, for_s, severity, enabled, updated_at)
   values ($metric, $comparison, $threshold, $forS, $severity, $enabled, $now)
   on conflict (metric) do update set comparison = excluded.comparison, threshold = excluded.threshold,
     for_s = excluded.for_s, severity = excluded.severity, enabled = excluded.enabled, updated_at = excluded.updated_at`,
)

export const deleteRule = change<{ metric: string }>(
  'alerts.delete_rule',
  `delete from alerts_rule where metric = $metric`,
)

/** Locked, so that two processes that measure at once follow each other. */
export const lockWatches = change<{ metrics: readonly string[] }, typeof watch.$inferSelect>(
  'alerts.lock_watches',
  `select ${columnsOf(watch)} from alerts_watch where metric = any($metrics) for update`,
)

export const saveWatches = change<{
  metrics: readonly string[]
  ofs: readonly string[]
  breached: readonly boolean[]
  since: readonly Date[]
}>(
  'alerts.save_watches',
  `insert into alerts_watch (metric, of, breached, since)
   select metric, of, breached, since
   from unnest($metrics::text[], $ofs::text[], $breached::boolean[], $since::timestamptz[]) one (metric, of, breached, since)
   on conflict (metric, of) do update set breached = excluded.breached, since = excluded.since`,
)

export const deleteWatches = change<{ metrics: readonly string[]; ofs: readonly string[] }>(
  'alerts.delete_watches',
  `delete from alerts_watch w using unnest($metrics::text[], $ofs::text[]) one (metric, of)
   where w.metric = one.metric and w.of = one.of`,
)

/** Of an alert that was resolved by hand: what it is about must last again before it is raised again. */
export const forgetWatch = change<{ key: string }>(
  'alerts.forget_watch',
  `delete from alerts_watch where case when of = '' then metric else metric || ':' || of end = $key`,
)

export const deleteOldAlerts = deletionOf('alerts.delete_old', 'alerts_alert', 'resolved_at < $before')

export const alertOrder = ordering<Alert>(
  { raised_at: onTime(alert.raisedAt, (row) => row.raisedAt) },
  onId(alert.id, (row) => row.id),
  '-raised_at',
)

export interface AlertFilters {
  readonly state?: 'open' | 'resolved' | undefined
  readonly severity?: Severity | undefined
}

/** Alerts, newest first unless sorted. */
export async function listAlerts(db: Db, filters: AlertFilters, page: Page): Promise<Paged<Alert>> {
  const { where, orderBy, toPage } = alertOrder.of(page)
  const conditions: (SQL | undefined)[] = [
    filters.state === 'open' ? isNull(alert.resolvedAt) : undefined,
    filters.state === 'resolved' ? isNotNull(alert.resolvedAt) : undefined,
    filters.severity ? eq(alert.severity, filters.severity) : undefined,
    where,
  ]
  const rows = await db.orm
    .select()
    .from(alert)
    .where(and(...conditions))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}
