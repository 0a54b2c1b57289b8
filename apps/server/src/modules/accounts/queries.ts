import { isId, nameKey } from '@lessor/kit'
import { and, eq, gte, inArray, isNotNull, isNull, like, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '../../platform/db.ts'
import { beginning } from '../../platform/patterns.ts'
import {
  onId,
  onText,
  onTime,
  onTimeOrNever,
  ordering,
  type Page,
  type Paged,
} from '../../platform/paging.ts'
import { deletionOf } from '../../platform/retention.ts'
import { statement } from '../../platform/statement.ts'
import { emailKey, type Profile } from './model.ts'
import { account, registration } from './table.ts'

export type Account = typeof account.$inferSelect
export type Registration = typeof registration.$inferSelect

const byId = statement<{ id: string }, Account>(
  'accounts.by_id',
  'select * from accounts_account where id = $id',
)
const byUsername = statement<{ key: string }, Account>(
  'accounts.by_username',
  'select * from accounts_account where username_key = $key',
)
const byEmail = statement<{ key: string }, Account>(
  'accounts.by_email',
  `select * from accounts_account where email_key = $key or pending_email_key = $key
   order by (email_key = $key and email_verified_at is not null) is true desc, created_at, id limit 1`,
)
const byVerifiedEmail = statement<{ key: string }, Account>(
  'accounts.by_verified_email',
  'select * from accounts_account where email_key = $key and email_verified_at is not null',
)
const namesByIds = statement<{ ids: readonly string[] }, Pick<Account, 'id' | 'username'>>(
  'accounts.names_by_ids',
  'select id, username from accounts_account where id = any($ids)',
)

/** A column for the one statement of a higher module that is asked too often to ask twice; `id` is its SQL for the account. */
export const usernameColumn = (id: string) =>
  `(select username from accounts_account where id = ${id}) as username`

/**
 * The verified address, as it is compared, of the account with this SQL as its id, and the one that waits to be
 * verified; null while it is disabled. For the one statement of a higher module that must read it in the moment in
 * which it writes.
 */
export const addressOf = {
  verified: (id: string) => addressColumn('case when email_verified_at is not null then email_key end', id),
  unverified: (id: string) =>
    addressColumn('coalesce(pending_email_key, case when email_verified_at is null then email_key end)', id),
}

const addressColumn = (column: string, id: string) =>
  `(select ${column} from accounts_account where id = ${id} and disabled_at is null)`

export const accountById = (db: Db, id: string) => byId.first(db, { id })

/** `usernameKey` as `nameKey` of the kit makes it. */
export const accountForLogin = (db: Db, usernameKey: string) => byUsername.first(db, { key: usernameKey })

/** Whom a customer means who signs in with a username, or with an address that is verified. */
export const accountBySignIn = (db: Db, login: string) =>
  login.includes('@')
    ? byVerifiedEmail.first(db, { key: emailKey(login.trim()) })
    : accountForLogin(db, nameKey(login))

/** By username, or by address: then the account that has verified it, else the first that gave it. */
export const accountByLogin = (db: Db, login: string) =>
  login.includes('@') ? byEmail.first(db, { key: emailKey(login) }) : accountForLogin(db, nameKey(login))

/** The usernames of those accounts that exist. */
export async function usernamesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await namesByIds.all(db, { ids: [...new Set(ids)] })
  return new Map(found.map(({ id, username }) => [id, username]))
}

interface NewAccount extends Record<string, unknown> {
  readonly id: string
  readonly username: string
  readonly usernameKey: string
  readonly passwordHash: string | null
  readonly email: string | null
  readonly emailKey: string | null
  readonly note: string
  readonly now: Date
}

/** No row where the name is taken; of two at once, the second waits for the first one's end. */
export const insertAccount = statement<NewAccount, Account>(
  'accounts.insert',
  `insert into accounts_account (id, username, username_key, password_hash, email, email_key, note, created_at)
   values ($id, $username, $usernameKey, $passwordHash, $email, $emailKey, $note, $now)
   on conflict (username_key) do nothing returning *`,
)

export const insertRegistration = statement<Registration>(
  'accounts.insert_registration',
  `insert into accounts_registration (id, at, account_id, username, username_key, result, ip, user_agent)
   values ($id, $at, $accountId, $username, $usernameKey, $result, $ip, $userAgent)`,
)

export const lockAccount = statement<{ id: string }, Account>(
  'accounts.lock',
  'select * from accounts_account where id = $id for update',
)

export const saveProfile = statement<Profile & { id: string } & Record<string, unknown>, Account>(
  'accounts.save_profile',
  `update accounts_account set email = $email, email_key = $emailKey, email_verified_at = $emailVerifiedAt,
     pending_email = $pendingEmail, pending_email_key = $pendingEmailKey, display_name = $displayName
   where id = $id returning *`,
)

export interface NewPassword {
  readonly accountId: string
  readonly hash: string
  /** The hash that the old password was checked with: nothing changes when another one has taken its place since. */
  readonly verified?: string | undefined
}

const savePasswordStatement = statement<{ id: string; hash: string; verified: string | null }>(
  'accounts.save_password',
  `update accounts_account set password_hash = $hash
   where id = $id and ($verified::text is null or password_hash = $verified)`,
)

/** Stores another password's hash; answers whether it did. Whatever the old one's holder could do is the caller's to end. */
export const savePassword = async (tx: Tx, { accountId: id, hash, verified }: NewPassword) =>
  (await savePasswordStatement.run(tx, { id, hash, verified: verified ?? null })) > 0

export const saveDisabled = statement<{ id: string; at: Date | null }>(
  'accounts.save_disabled',
  'update accounts_account set disabled_at = $at where id = $id',
)

interface Login extends Record<string, unknown> {
  readonly id: string
  /** The hash that the password was compared with. */
  readonly passwordHash: string
  /** null: a browser, which leaves the last device's as they were. */
  readonly hardware: string | null
  readonly version: string | null
  readonly ip: string
  readonly now: Date
}

const noteLoginStatement = statement<Login, Account>(
  'accounts.note_login',
  `update accounts_account set last_login_at = $now, last_login_hardware = coalesce($hardware, last_login_hardware),
     last_login_version = coalesce($version, last_login_version), last_login_ip = $ip
   where id = $id and password_hash = $passwordHash and disabled_at is null returning *`,
)

/** Keeps where and when an account last signed in, and locks it; undefined when its password changed or it was disabled meanwhile. */
export const noteLogin = (tx: Tx, login: Login) => noteLoginStatement.first(tx, login)

/** Throws the database's unique violation when another account has verified the address. */
export const saveVerified = statement<{ id: string; email: string; emailKey: string; now: Date }, Account>(
  'accounts.save_verified',
  `update accounts_account set email = $email, email_key = $emailKey, email_verified_at = $now,
     pending_email = null, pending_email_key = null
   where id = $id returning *`,
)

export interface AccountFilters {
  /** The beginning of a name or an address, or a whole id. */
  readonly query?: string | undefined
  readonly status?: 'active' | 'disabled' | undefined
}

export const accountOrder = ordering<Account>(
  {
    created_at: onTime(account.createdAt, (row) => row.createdAt),
    username: onText(account.usernameKey, (row) => row.usernameKey),
    last_login_at: onTimeOrNever(account.lastLoginAt, (row) => row.lastLoginAt),
  },
  onId(account.id, (row) => row.id),
  '-created_at',
)

/** Accounts, newest first unless sorted. */
export async function listAccounts(db: Db, filters: AccountFilters, page: Page): Promise<Paged<Account>> {
  const { after, by, cut } = accountOrder.of(page)
  const rows = await db.orm
    .select()
    .from(account)
    .where(and(wanted(filters), after))
    .orderBy(...by)
    .limit(page.limit + 1)
  return cut(rows)
}

/** The ids of those accounts as SQL, for the list of a higher module that is sorted by what is its own. */
export const accountIds = (filters: AccountFilters): SQL =>
  sql`select id from ${account} where ${wanted(filters) ?? sql`true`}`

/** Those of the accounts that exist, in any order. */
export const accountsById = (db: Db, ids: readonly string[]): Promise<Account[]> =>
  db.orm
    .select()
    .from(account)
    .where(inArray(account.id, [...ids]))

/** How many accounts all pages of that list have. */
export const countAccounts = (db: Db, filters: AccountFilters): Promise<number> =>
  db.orm.$count(account, wanted(filters))

const wanted = ({ query, status }: AccountFilters): SQL | undefined =>
  and(
    matching(query?.trim() ?? ''),
    status === 'active' ? isNull(account.disabledAt) : undefined,
    status === 'disabled' ? isNotNull(account.disabledAt) : undefined,
  )

/** How many accounts were made from each of `starts` to the next; days without any are absent. */
export const newAccounts = statement<{ starts: readonly Date[] }, { day: number; accounts: number }>(
  'accounts.new_accounts',
  `select width_bucket(created_at, $starts::timestamptz[]) as day, count(*)::int as accounts from accounts_account
   where created_at >= ($starts::timestamptz[])[1] and created_at < ($starts::timestamptz[])[cardinality($starts::timestamptz[])]
   group by 1`,
)

function matching(query: string): SQL | undefined {
  if (query === '') return undefined
  if (isId(query)) return eq(account.id, query)
  return or(
    like(account.usernameKey, beginning(nameKey(query))),
    like(account.emailKey, beginning(emailKey(query))),
  )
}

export interface RegistrationFilters {
  readonly username?: string | undefined
  readonly ip?: string | undefined
  readonly result?: string | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

export const registrationOrder = ordering<Registration>(
  { at: onTime(registration.at, (row) => row.at) },
  onId(registration.id, (row) => row.id),
  '-at',
)

/** Tries to register, newest first unless sorted. */
export async function listRegistrations(
  db: Db,
  filters: RegistrationFilters,
  page: Page,
): Promise<Paged<Registration>> {
  const { after, by, cut } = registrationOrder.of(page)
  const where = [
    filters.username ? eq(registration.usernameKey, nameKey(filters.username)) : undefined,
    filters.ip ? eq(registration.ip, filters.ip) : undefined,
    filters.result ? eq(registration.result, filters.result) : undefined,
    filters.from ? gte(registration.at, filters.from) : undefined,
    filters.to ? lt(registration.at, filters.to) : undefined,
    after,
  ]
  const rows = await db.orm
    .select()
    .from(registration)
    .where(and(...where))
    .orderBy(...by)
    .limit(page.limit + 1)
  return cut(rows)
}

export const deleteRegistrations = deletionOf(
  'accounts.delete_registrations',
  'accounts_registration',
  'at < $before order by at',
)
