import { nameKey } from '@lessor/kit'
import { and, getTableColumns, inArray, isNotNull, isNull, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Db, Tx } from '../../../platform/db.ts'
import {
  onId,
  onText,
  onTime,
  onTimeOrNever,
  ordering,
  type Page,
  type Paged,
} from '../../../platform/paging.ts'
import { change, columnsOf, query } from '../../../platform/statement.ts'
import { emailKey, nameOf, type Profile } from './model.ts'
import { among, countFound, findPart, isPart, matching, type Found } from './search/queries.ts'
import { account, keyOf, shownNameKey } from './table.ts'

export type Account = typeof account.$inferSelect
/** An account of a list, with what it is sorted by. */
export type ListedAccount = Account & { readonly nameKey: string }

const byId = query<{ id: string }, Account>(
  'accounts.by_id',
  `select ${columnsOf(account)} from accounts_account where id = $id`,
)
const byUsername = query<{ key: string }, Account>(
  'accounts.by_username',
  `select ${columnsOf(account)} from accounts_account where username_key = $key`,
)
const byEmail = query<{ key: string }, Account>(
  'accounts.by_email',
  `select ${columnsOf(account)} from accounts_account where email_key = $key or pending_email_key = $key
   order by (email_key = $key and email_verified_at is not null) is true desc, created_at, id limit 1`,
)
const byVerifiedEmail = query<{ key: string }, Account>(
  'accounts.by_verified_email',
  `select ${columnsOf(account)} from accounts_account where email_key = $key and email_verified_at is not null`,
)
const namesByIds = query<{ ids: readonly string[] }, Pick<Account, 'id' | 'username' | 'displayName'>>(
  'accounts.names_by_ids',
  'select id, username, display_name from accounts_account where id = any($ids)',
)

/** A column for the one statement of a higher module that runs too often for two queries; `id` is its SQL for the account. */
export const nameColumn = (id: string) =>
  `(select coalesce(display_name, username) from accounts_account where id = ${id}) as name`

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

/** The sign-in names of those accounts that exist; of one without, its display name. */
export async function usernamesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await namesByIds.all(db, { ids: [...new Set(ids)] })
  return new Map(found.map(({ id, username }) => [id, username]))
}

/** The names that those accounts are shown under. */
export async function shownNamesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await namesByIds.all(db, { ids: [...new Set(ids)] })
  return new Map(found.map((one) => [one.id, nameOf(one)]))
}

interface NewAccount extends Record<string, unknown> {
  readonly id: string
  readonly username: string
  readonly usernameKey: string | null
  readonly displayName: string | null
  readonly passwordHash: string | null
  readonly email: string | null
  readonly emailKey: string | null
  readonly note: string
  readonly now: Date
}

/** No row where the name is taken; of two at once, the second waits for the first one's end. */
export const insertAccount = change<NewAccount, Account>(
  'accounts.insert',
  `insert into accounts_account (id, username, username_key, display_name, password_hash, email, email_key, note, created_at)
   values ($id, $username, $usernameKey, $displayName, $passwordHash, $email, $emailKey, $note, $now)
   on conflict (username_key) do nothing returning ${columnsOf(account)}`,
)

export const lockAccount = change<{ id: string }, Account>(
  'accounts.lock',
  `select ${columnsOf(account)} from accounts_account where id = $id for update`,
)

/** Keeps others that hold the account waiting, and not those that only refer to it, as a payment does. */
export const holdAccount = change<{ id: string }, { id: string }>(
  'accounts.hold',
  'select id from accounts_account where id = $id for no key update',
)

export const saveProfile = change<Profile & { id: string } & Record<string, unknown>, Account>(
  'accounts.save_profile',
  `update accounts_account set email = $email, email_key = $emailKey, email_verified_at = $emailVerifiedAt,
     pending_email = $pendingEmail, pending_email_key = $pendingEmailKey, display_name = $displayName,
     username = case when username_key is null then $displayName else username end
   where id = $id returning ${columnsOf(account)}`,
)

/** No row where there is a sign-in name already. Throws the database's unique violation when the name is taken. */
export const saveUsername = change<{ id: string; username: string; usernameKey: string }>(
  'accounts.save_username',
  `update accounts_account set username = $username, username_key = $usernameKey
   where id = $id and username_key is null`,
)

export const saveNote = change<{ id: string; note: string }>(
  'accounts.save_note',
  'update accounts_account set note = $note where id = $id',
)

export interface NewPassword {
  readonly accountId: string
  readonly hash: string
  /** The hash that the old password was checked with: nothing changes when another one has taken its place since. */
  readonly verified?: string | undefined
}

const savePasswordStatement = change<{ id: string; hash: string; verified: string | null }>(
  'accounts.save_password',
  `update accounts_account set password_hash = $hash
   where id = $id and ($verified::text is null or password_hash = $verified)`,
)

/** Stores another password's hash; answers whether it did. Whatever the old one's holder could do is the caller's to end. */
export const savePassword = async (tx: Tx, { accountId: id, hash, verified }: NewPassword) =>
  (await savePasswordStatement.run(tx, { id, hash, verified: verified ?? null })) > 0

export const saveDisabled = change<{ id: string; at: Date | null }>(
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

const noteLoginStatement = change<Login, Account>(
  'accounts.note_login',
  `update accounts_account set last_login_at = $now, last_login_hardware = coalesce($hardware, last_login_hardware),
     last_login_version = coalesce($version, last_login_version), last_login_ip = $ip
   where id = $id and password_hash = $passwordHash and disabled_at is null returning ${columnsOf(account)}`,
)

/** Keeps where and when an account last signed in, and locks it; undefined when its password changed or it was disabled meanwhile. */
export const noteLogin = (tx: Tx, login: Login) => noteLoginStatement.first(tx, login)

/** Throws the database's unique violation when another account has verified the address. */
export const saveVerified = change<{ id: string; email: string; emailKey: string; now: Date }, Account>(
  'accounts.save_verified',
  `update accounts_account set email = $email, email_key = $emailKey, email_verified_at = $now,
     pending_email = null, pending_email_key = null
   where id = $id returning ${columnsOf(account)}`,
)

export interface AccountFilters {
  /** Any part of a name, an address or a note, from two characters on; or a whole id. */
  readonly query?: string | undefined
  /** What `query` was found to match, by `searched`. */
  readonly found?: Found | undefined
  /** A whole name that accounts are shown under, whatever case. */
  readonly name?: string | undefined
  readonly status?: 'active' | 'disabled' | undefined
  /** A condition of a higher module, on `accountIdColumn`. */
  readonly also?: SQL | undefined
}

export const accountOrder = ordering<ListedAccount>(
  {
    created_at: onTime(account.createdAt, (row) => row.createdAt),
    username: onText(shownNameKey(account), (row) => row.nameKey),
    last_login_at: onTimeOrNever(account.lastLoginAt, (row) => row.lastLoginAt),
  },
  onId(account.id, (row) => row.id),
  '-created_at',
)

/** The same filters with what they search for looked up, for who reads more than one thing by them. */
export async function searched(db: Db, filters: AccountFilters): Promise<AccountFilters> {
  const query = filters.query?.trim() ?? ''
  return filters.found || !isPart(query) ? filters : { ...filters, found: await findPart(db, query) }
}

/** Accounts, newest first unless sorted. */
export async function listAccounts(db: Db, asked: AccountFilters, page: Page): Promise<Paged<ListedAccount>> {
  const { where, orderBy, toPage } = accountOrder.of(page)
  const filters = await searched(db, asked)
  const rows = await db.orm
    .select({ ...getTableColumns(account), nameKey: sql<string>`${shownNameKey(account)}` })
    .from(account)
    .where(and(wanted(filters), where))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

/** The account of `AccountFilters.also`. */
export const accountIdColumn: SQLWrapper = account.id

/** The ids of those accounts as SQL, for the list of a higher module that is sorted by what is its own; undefined: all. */
export function accountIds(filters: AccountFilters): SQL | undefined {
  const where = wanted(filters)
  return where && sql`select ${account.id} from ${account} where ${where}`
}

/** Those of the accounts that exist, in any order. */
export const accountsById = (db: Db, ids: readonly string[]): Promise<Account[]> =>
  db.orm
    .select()
    .from(account)
    .where(inArray(account.id, [...ids]))

/** How many accounts all pages of that list have. */
export function countAccounts(db: Db, filters: AccountFilters): Promise<number> {
  const { found, name, status, also } = filters
  if (found && name === undefined && !status && !also) return countFound(db, found)
  return db.orm.$count(account, wanted(filters))
}

const wanted = ({ query, found, name, status, also }: AccountFilters): SQL | undefined =>
  and(
    found ? among(found) : matching(query?.trim() ?? ''),
    name === undefined ? undefined : sql`${shownNameKey(account)} = ${keyOf(sql`${name}::text`)}`,
    also,
    status === 'active' ? isNull(account.disabledAt) : undefined,
    status === 'disabled' ? isNotNull(account.disabledAt) : undefined,
  )

/** How many accounts were made from each of `starts` to the next; days without any are absent. */
export const newAccounts = query<{ starts: readonly Date[] }, { day: number; accounts: number }>(
  'accounts.new_accounts',
  `select width_bucket(created_at, $starts::timestamptz[]) as day, count(*)::int as accounts from accounts_account
   where created_at >= ($starts::timestamptz[])[1] and created_at < ($starts::timestamptz[])[cardinality($starts::timestamptz[])]
   group by 1`,
)
