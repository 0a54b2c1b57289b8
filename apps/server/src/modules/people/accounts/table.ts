import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { timeOrNever } from '../../../platform/paging.ts'
import { instant } from '../../../platform/table.ts'

/** A text as search and the order of names compare it: as `nameKey` of the kit, by code point. */
export const keyOf = (text: SQLWrapper): SQL => sql`(lower(normalize(${text}, NFKC)) collate "C")`

/** The key of the name that an account is shown under. */
export const shownNameKey = (t: { readonly displayName: SQLWrapper; readonly username: SQLWrapper }): SQL =>
  keyOf(sql`coalesce(${t.displayName}, ${t.username})`)

export const account = pgTable(
  'accounts_account',
  {
    id: uuid('id').primaryKey(),
    /** The sign-in name; of an account without one, its display name. */
    username: text('username').notNull(),
    /** The sign-in name as it is compared: NFKC, lower case. Absent: there is none. */
    usernameKey: text('username_key').unique(),
    /** Absent: the account has no sign-in; an operator recharges it by hand. */
    passwordHash: text('password_hash'),
    email: text('email'),
    emailKey: text('email_key'),
    emailVerifiedAt: instant('email_verified_at'),
    /** Takes the place of a verified address once it is verified itself; until then the old one counts. */
    pendingEmail: text('pending_email'),
    pendingEmailKey: text('pending_email_key'),
    /** Several accounts may have the same. */
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
    // text_pattern_ops: a search for a single sign goes by the beginning of a name or an address, whatever the database's collation.
    index('accounts_account_email_any').on(t.emailKey.op('text_pattern_ops')),
    index('accounts_account_pending_email').on(t.pendingEmailKey).where(sql`${t.pendingEmailKey} is not null`),
    index('accounts_account_username').on(t.usernameKey.op('text_pattern_ops')),
    index('accounts_account_name').on(shownNameKey(t), t.id),
    index('accounts_account_created').on(t.createdAt, t.id),
    index('accounts_account_last_login').on(timeOrNever(t.lastLoginAt), t.id),
    index('accounts_account_disabled').on(t.createdAt, t.id).where(sql`${t.disabledAt} is not null`),
    check('accounts_account_email_key', sql`(${t.email} is null) = (${t.emailKey} is null)`),
    check('accounts_account_pending_email_key', sql`(${t.pendingEmail} is null) = (${t.pendingEmailKey} is null)`),
    check(
      'accounts_account_named',
      sql`${t.usernameKey} is not null or (${t.displayName} is not null and ${t.displayName} = ${t.username})`,
    ),
  ],
) // prettier-ignore

/**
 * What accounts are searched by. A trigger keeps it, so that accounts changed by an older process are found too; apart from the
 * account, whose row changes at every sign-in.
 */
export const accountSearch = pgTable(
  'accounts_search',
  {
    accountId: uuid('account_id').primaryKey().references(() => account.id, { onDelete: 'cascade' }),
    /** Names, address and note as they are compared, a line each. */
    text: text('text').notNull(),
    /** The distinct pairs of neighbouring signs of `text`, and its Han signs. */
    pairs: text('pairs').array().notNull(),
  },
  (t) => [index('accounts_search_pairs').using('gin', t.pairs).with({ fastupdate: false })],
) // prettier-ignore

/** How far the accounts that are older than `accounts_search` have been put into it; without a row, all have. */
export const accountSearchFill = pgTable('accounts_search_fill', {
  only: integer('only').primaryKey(),
  afterId: uuid('after_id').notNull(),
})

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
    index('accounts_registration_refused')
      .on(t.result, t.at, t.id)
      .where(sql`${t.result} <> 'ok'`)
      .concurrently(),
  ],
)
