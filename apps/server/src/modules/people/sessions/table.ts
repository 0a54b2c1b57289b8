import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from '../../../platform/table.ts'
import { account } from '../accounts/table.ts'
import type { SessionKind } from './model.ts'

/** One signed-in device, or one browser at the portal. */
export const session = pgTable(
  'sessions_session',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull().references(() => account.id),
    /** The default is for programs that don't know the column; a trigger makes a browser of what they open without a slot. */
    kind: text('kind').$type<SessionKind>().notNull().default('device'),
    /** Of a device: 1 to the number of devices allowed. No two living sessions of an account share one. */
    slot: integer('slot'),
    tokenHash: bytea('token_hash').notNull().unique(),
    hardwareCode: text('hardware_code').notNull(),
    softwareVersion: text('software_version').notNull(),
    ip: text('ip').notNull(),
    userAgent: text('user_agent').notNull(),
    /** Seconds; absent: the installation's. */
    heartbeatIntervalS: integer('heartbeat_interval_s'),
    /** What the client last said of itself. */
    status: jsonb('status'),
    createdAt: instant('created_at').notNull(),
    lastActivityAt: instant('last_activity_at').notNull(),
    /** When the next heartbeat is due, or a browser has been idle for too long; silent for longer than that and the tolerance, the session is ended. */
    dueAt: instant('due_at').notNull(),
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
  },
  (t) => [
    uniqueIndex('sessions_session_slot').on(t.accountId, t.slot).where(sql`${t.endedAt} is null`),
    index('sessions_session_due').on(t.dueAt).where(sql`${t.endedAt} is null`),
    index('sessions_session_ended_at').on(t.endedAt).where(sql`${t.endedAt} is not null`),
    index('sessions_session_account').on(t.accountId, t.createdAt),
    check(
      'sessions_session_kind',
      sql`(${t.kind} = 'device' and ${t.slot} is not null) or (${t.kind} = 'browser' and ${t.slot} is null)`,
    ),
    check('sessions_session_slot_range', sql`${t.slot} between 1 and 100`),
    check('sessions_session_ended', sql`(${t.endedAt} is null) = (${t.endReason} is null)`),
  ],
) // prettier-ignore

/** Every try to sign in. */
export const login = pgTable(
  'sessions_login',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    accountId: uuid('account_id'),
    username: text('username').notNull(),
    hardwareCode: text('hardware_code').notNull(),
    softwareVersion: text('software_version').notNull(),
    ip: text('ip').notNull(),
    userAgent: text('user_agent').notNull(),
    result: text('result').notNull(),
  },
  (t) => [
    index('sessions_login_at').on(t.at, t.id),
    index('sessions_login_account').on(t.accountId, t.at),
    // text_pattern_ops: a search goes by the beginning of a name, whatever the database's collation.
    index('sessions_login_username').on(t.username.op('text_pattern_ops'), t.at).concurrently(),
    index('sessions_login_ip').on(t.ip, t.at, t.id).concurrently(),
    index('sessions_login_hardware').on(t.hardwareCode, t.at, t.id).concurrently(),
    index('sessions_login_refused').on(t.result, t.at, t.id).where(sql`${t.result} <> 'ok'`).concurrently(),
  ],
) // prettier-ignore
