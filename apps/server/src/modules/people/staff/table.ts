import { sql } from 'drizzle-orm'
import { bigint, check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from '../../../platform/table.ts'
import type { Role } from '../../../platform/permission.ts'

export const staffMember = pgTable(
  'staff_member',
  {
    id: uuid('id').primaryKey(),
    username: text('username').notNull(),
    /** The name as it is compared: NFKC, lower case. */
    usernameKey: text('username_key').notNull().unique(),
    passwordHash: text('password_hash').notNull(),
    role: text('role').$type<Role>().notNull(),
    disabledAt: instant('disabled_at'),
    /** Sealed; present while a second factor is being set up or is on. */
    totpSecret: bytea('totp_secret'),
    totpEnabledAt: instant('totp_enabled_at'),
    /** The last 30-second step whose code was accepted: no code works twice. */
    totpLastStep: bigint('totp_last_step', { mode: 'number' }).notNull().default(0),
    createdAt: instant('created_at').notNull(),
    lastLoginAt: instant('last_login_at'),
  },
  (t) => [check('staff_member_role', sql`${t.role} in ('owner', 'admin', 'finance', 'support', 'auditor')`)],
)

export const staffSession = pgTable(
  'staff_session',
  {
    id: uuid('id').primaryKey(),
    staffId: uuid('staff_id').notNull().references(() => staffMember.id),
    tokenHash: bytea('token_hash').notNull().unique(),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    endedAt: instant('ended_at'),
    ip: text('ip').notNull(),
    userAgent: text('user_agent').notNull(),
  },
  (t) => [index('staff_session_staff').on(t.staffId)],
) // prettier-ignore

/** One-time codes for staff who lost their second factor. */
export const staffRecoveryCode = pgTable(
  'staff_recovery_code',
  {
    staffId: uuid('staff_id').notNull().references(() => staffMember.id),
    codeHash: bytea('code_hash').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.codeHash] })],
) // prettier-ignore
