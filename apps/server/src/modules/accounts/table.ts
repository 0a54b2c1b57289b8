import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { timeOrNever } from '../../platform/paging.ts'
import { instant } from '../../platform/table.ts'

export const account = pgTable(
  'accounts_account',
  {
    id: uuid('id').primaryKey(),
    username: text('username').notNull(),
    /** The name as it is compared: NFKC, lower case. */
    usernameKey: text('username_key').notNull().unique(),
    /** Absent: nobody can sign in; an operator recharges it by hand. */
    passwordHash: text('password_hash'),
    email: text('email'),
    emailKey: text('email_key'),
    emailVerifiedAt: instant('email_verified_at'),
    /** Takes the place of a verified address once it is verified itself; until then the old one counts. */
    pendingEmail: text('pending_email'),
    pendingEmailKey: text('pending_email_key'),
    displayName: text('display_name'),
    note: text('note').notNull().default(''),
    disabledAt: instant('disabled_at'),
    createdAt: instant('created_at').notNull(),
    lastLoginAt: instant('last_login_at'),
    lastLoginHardware: text('last_login_hardware'),
    lastLoginVersion: text('last_login_version'),
    lastLoginIp: text('last_login_ip'),
  },
  (t) => [
    // An address belongs to one account once it is verified; before that anybody may have typed it.
    uniqueIndex('accounts_account_email').on(t.emailKey).where(sql`${t.emailVerifiedAt} is not null`),
    // text_pattern_ops: a search finds by the beginning of a name or an address, whatever the database's collation.
    index('accounts_account_email_any').on(t.emailKey.op('text_pattern_ops')),
    index('accounts_account_pending_email').on(t.pendingEmailKey).where(sql`${t.pendingEmailKey} is not null`),
    index('accounts_account_username').on(t.usernameKey.op('text_pattern_ops')),
    index('accounts_account_created').on(t.createdAt, t.id),
    index('accounts_account_last_login').on(timeOrNever(t.lastLoginAt), t.id),
    index('accounts_account_disabled').on(t.createdAt, t.id).where(sql`${t.disabledAt} is not null`),
    check('accounts_account_email_key', sql`(${t.email} is null) = (${t.emailKey} is null)`),
    check('accounts_account_pending_email_key', sql`(${t.pendingEmail} is null) = (${t.pendingEmailKey} is null)`),
  ],
) // prettier-ignore

/** Every try to register. */
export const registration = pgTable(
  'accounts_registration',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    accountId: uuid('account_id').references(() => account.id),
    username: text('username').notNull(),
    usernameKey: text('username_key').notNull(),
    /** `ok`, or the code of the refusal. */
    result: text('result').notNull(),
    ip: text('ip').notNull(),
    userAgent: text('user_agent').notNull(),
  },
  (t) => [
    index('accounts_registration_at').on(t.at, t.id),
    index('accounts_registration_username').on(t.usernameKey, t.at),
    index('accounts_registration_ip').on(t.ip, t.at),
  ],
)
