import { isId, nameKey } from '@lessor/kit'
import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../../../../platform/db.ts'
import { beginning } from '../../../../platform/patterns.ts'
import { change } from '../../../../platform/statement.ts'
import { emailKey } from '../model.ts'
import { account, accountSearch, keyOf, shownNameKey } from '../table.ts'

// As accounts_pairs of the migrations has them: signs that mean something alone.
const han = /^[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]$/u

/** The accounts with a text anywhere in their names, address or note; a single sign that isn't Han only begins one. */
export function matching(query: string): SQL | undefined {
  if (query === '') return undefined
  if (isId(query)) return eq(account.id, query)
  return isPart(query) ? inSearch(and(inText(query), inPairs(query))) : beginningWith(query)
}

/** Whether a query is looked for anywhere in a text. */
export const isPart = (query: string): boolean =>
  !isId(query) && ([...nameKey(query)].length > 1 || han.test(query))

const inSearch = (condition: SQL | undefined) =>
  sql`${account.id} in (select ${accountSearch.accountId} from ${accountSearch} where ${condition})`

const soughtOf = (part: string) => keyOf(sql`${part}::text`)

const inText = (part: string) => sql`position(${soughtOf(part)} in ${accountSearch.text}) > 0`

// The index is not of the collation that the key brings along.
const inPairs = (part: string) =>
  sql`${accountSearch.pairs} @> accounts_pairs(${soughtOf(part)}) collate "default"`

/** What a search for a part finds: the ids of all accounts, where they are few. */
export interface Found {
  readonly part: string
  readonly ids: readonly string[] | undefined
}

const few = 10_000

/**
 * Looks a part up once for all that is read by it. A list of up to 10,000 accounts then costs the same under any sort and
 * filter; one of more finds its page wherever it begins.
 */
export async function findPart(db: Db, part: string): Promise<Found> {
  const found = await db.orm
    .select({ id: accountSearch.accountId })
    .from(accountSearch)
    .where(and(inText(part), inPairs(part)))
    .limit(few + 1)
  return { part, ids: found.length > few ? undefined : found.map(({ id }) => id) }
}

/** The accounts that were found; of many, the index of pairs would be slower than their texts. */
export const among = ({ part, ids }: Found): SQL =>
  ids ? sql`${account.id} = any(${sql.param(ids)}::uuid[])` : inSearch(inText(part))

/** How many accounts were found. */
export const countFound = async (db: Db, { part, ids }: Found): Promise<number> =>
  ids ? ids.length : db.orm.$count(accountSearch, inText(part))

const beginningWith = (sign: string) =>
  or(
    sql`${shownNameKey(account)} like ${beginning(nameKey(sign))}`,
    sql`${account.usernameKey} like ${beginning(nameKey(sign))}`,
    sql`${account.emailKey} like ${beginning(emailKey(sign))}`,
  )

/** The accounts with this sign-in name, or shown under this name: several may be. */
export async function accountsNamed(db: Db, name: string): Promise<string[]> {
  const key = keyOf(sql`${name}::text`)
  const found = await db.orm
    .select({ id: account.id })
    .from(account)
    .where(sql`${account.usernameKey} = ${nameKey(name)} or ${shownNameKey(account)} = ${key}`)
    .limit(100)
  return found.map(({ id }) => id)
}

export const nextToFill = change<Record<string, never>, { afterId: string }>(
  'accounts.next_to_fill',
  'select after_id from accounts_search_fill for update',
)
/** Accounts changed since are already there, by the trigger. */
export const fillBatch = change<{ afterId: string; limit: number }, { lastId: string }>(
  'accounts.fill_search',
  `with batch as (select * from accounts_account where id > $afterId order by id limit $limit),
   filled as (
     insert into accounts_search (account_id, text, pairs)
     select id, found, accounts_pairs(found)
     from batch account, lateral (select accounts_search_text(account) as found) texts
     on conflict (account_id) do nothing
   )
   select id as last_id from batch order by id desc limit 1`,
)
export const noteFilled = change<{ lastId: string }>(
  'accounts.note_filled',
  'update accounts_search_fill set after_id = $lastId',
)
export const endFill = change('accounts.end_fill', 'delete from accounts_search_fill')
