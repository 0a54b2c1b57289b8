import type { Text } from '@lessor/kit'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from '../../../platform/table.ts'
import type { Severity } from '../notices/index.ts'
import type { Comparison } from './model.ts'

/** How staff changed the rule of a metric; one without a row holds as its module declared it. */
export const rule = pgTable(
  'alerts_rule',
  {
    metric: text('metric').primaryKey(),
    comparison: text('comparison').$type<Comparison>().notNull(),
    threshold: doublePrecision('threshold').notNull(),
    forS: integer('for_s').notNull(),
    severity: text('severity').$type<Severity>().notNull(),
    enabled: boolean('enabled').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    check('alerts_rule_comparison', sql`${t.comparison} in ('above', 'below')`),
    check('alerts_rule_for', sql`${t.forS} between 0 and 86400`),
    check('alerts_rule_severity', sql`${t.severity} in ('info', 'warning', 'critical')`),
  ],
)

/** On which side of its threshold a metric of something is, and since when. */
export const watch = pgTable(
  'alerts_watch',
  {
    metric: text('metric').notNull(),
    /** What is measured; empty for the installation. */
    of: text('of').notNull(),
    breached: boolean('breached').notNull(),
    since: instant('since').notNull(),
  },
  (t) => [primaryKey({ columns: [t.metric, t.of] })],
)

/** Something that is wrong, from the moment it was noticed. */
export const alert = pgTable(
  'alerts_alert',
  {
    id: uuid('id').primaryKey(),
    /** What is wrong with what: raised once while it is open. */
    key: text('key').notNull(),
    severity: text('severity').$type<Severity>().notNull(),
    title: jsonb('title').$type<Text>().notNull(),
    body: jsonb('body').$type<Text>().notNull(),
    path: text('path'),
    raisedAt: instant('raised_at').notNull(),
    resolvedAt: instant('resolved_at'),
    /** A member of staff, or the system. */
    resolvedBy: text('resolved_by'),
  },
  (t) => [
    uniqueIndex('alerts_alert_open').on(t.key).where(sql`${t.resolvedAt} is null`),
    index('alerts_alert_raised').on(t.raisedAt, t.id),
    check('alerts_alert_severity', sql`${t.severity} in ('info', 'warning', 'critical')`),
    check('alerts_alert_resolved', sql`(${t.resolvedAt} is null) = (${t.resolvedBy} is null)`),
  ],
) // prettier-ignore
