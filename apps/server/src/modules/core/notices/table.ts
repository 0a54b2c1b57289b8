import type { Text } from '@lessor/kit'
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../../../platform/table.ts'
import { pluginInterface } from '../plugins/table.ts'
import type { DeliveryState, Severity } from './model.ts'

/** Something that staff shall know, written with the change that causes it. */
export const notice = pgTable(
  'notices_notice',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    severity: text('severity').$type<Severity>().notNull(),
    title: jsonb('title').$type<Text>().notNull(),
    body: jsonb('body').$type<Text>().notNull(),
    /** A path of the console, as `/admin/health`. */
    path: text('path'),
    at: instant('at').notNull(),
    /** Of its kind there is one notice with this; null: as often as it happens. */
    once: text('once'),
  },
  (t) => [
    unique('notices_notice_once').on(t.kind, t.once),
    index('notices_notice_at').on(t.at, t.id),
    check('notices_notice_severity', sql`${t.severity} in ('info', 'warning', 'critical')`),
  ],
)

/** Which interface of a notifier gets the notices of a kind. */
export const route = pgTable(
  'notices_route',
  {
    kind: text('kind').notNull(),
    interfaceId: uuid('interface_id').notNull().references(() => pluginInterface.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.kind, t.interfaceId] })],
) // prettier-ignore

/** One notice on its way to one interface; kept as the delivery history. */
export const delivery = pgTable(
  'notices_delivery',
  {
    id: uuid('id').primaryKey(),
    noticeId: uuid('notice_id').notNull().references(() => notice.id, { onDelete: 'cascade' }),
    /** It may be deleted meanwhile. */
    interfaceId: uuid('interface_id').notNull(),
    state: text('state').$type<DeliveryState>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    /** When it may be tried again; while a try runs, when that try counts as lost. */
    nextTryAt: instant('next_try_at').notNull(),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
  },
  (t) => [
    index('notices_delivery_created').on(t.createdAt, t.id),
    index('notices_delivery_notice').on(t.noticeId),
    index('notices_delivery_due')
      .on(t.nextTryAt)
      .where(sql`${t.state} = 'waiting'`),
    check('notices_delivery_state', sql`${t.state} in ('waiting', 'sent', 'failed')`),
  ],
) // prettier-ignore
