import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { account } from '../accounts/table.ts'
import { bytea, instant } from '../../../platform/table.ts'

/**
 * A short code sent by mail: to verify an address, or to set a new password. Of a purpose the newest counts that was asked
 * for in a browser of the account's, and the newest of others.
 */
export const code = pgTable(
  'mail_codes_code',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull().references(() => account.id),
    purpose: text('purpose').notNull(),
    /** Where it was sent; it counts for as long as the account has this address. */
    emailKey: text('email_key').notNull(),
    codeHash: bytea('code_hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Asked for in a browser in which the account has signed in before. */
    known: boolean('known').notNull().default(false),
    /** Wrong tries of strangers, and of such a browser. */
    attempts: integer('attempts').notNull().default(0),
    knownAttempts: integer('known_attempts').notNull().default(0),
    usedAt: instant('used_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('mail_codes_code_account').on(t.accountId, t.purpose, t.createdAt),
    index('mail_codes_code_email').on(t.emailKey, t.createdAt),
    index('mail_codes_code_age').on(t.createdAt),
    check('mail_codes_code_purpose', sql`${t.purpose} in ('verify_email', 'reset_password')`),
  ],
) // prettier-ignore

/** A link, mailed to an address that is or was an account's, that makes it the account's again. */
export const addressUndo = pgTable(
  'mail_codes_address_undo',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull().references(() => account.id),
    email: text('email').notNull(),
    emailKey: text('email_key').notNull(),
    /** Absent until the mail is written. */
    tokenHash: bytea('token_hash').unique(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('mail_codes_address_undo_account').on(t.accountId, t.id),
    index('mail_codes_address_undo_age').on(t.expiresAt),
  ],
) // prettier-ignore
