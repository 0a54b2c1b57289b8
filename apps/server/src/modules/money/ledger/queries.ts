import { and, eq, gte, lt, or, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Db } from '../../../platform/db.ts'
import { onId, onTime, ordering, type Page, type Paged } from '../../../platform/paging.ts'
import { change, columnsOf, query } from '../../../platform/statement.ts'
import type { Cause, LedgerAccount } from './model.ts'
import { ledgerDigest, ledgerEntry } from './table.ts'

export type LedgerEntry = typeof ledgerEntry.$inferSelect
export type Digest = typeof ledgerDigest.$inferSelect

/** Writes movements in their order; the table's trigger moves the balances, and refuses one that would fall under its floor. */
export const insertEntries = change<{
  ids: readonly string[]
  parts: readonly number[]
  debits: readonly string[]
  debitOfs: readonly (string | null)[]
  credits: readonly string[]
  creditOfs: readonly (string | null)[]
  amounts: readonly string[]
  cause: Cause
  causeId: string
  note: string
  now: Date
}>(
  'ledger.insert_entries',
  `insert into ledger_entry (id, at, debit, debit_of, credit, credit_of, amount, cause, cause_id, part, note)
   select id, $now::timestamptz, debit, debit_of, credit, credit_of, amount, $cause, $causeId::uuid, part, $note
   from unnest($ids::uuid[], $parts::int[], $debits::text[], $debitOfs::uuid[], $credits::text[], $creditOfs::uuid[], $amounts::numeric[])
     with ordinality as new (id, part, debit, debit_of, credit, credit_of, amount, place)
   order by place`,
)

interface Balance {
  readonly balance: string
  readonly floor: string
}

export const balanceOf = query<{ account: LedgerAccount; of: string }, Balance>(
  'ledger.balance_of',
  'select balance, floor from ledger_balance where account = $account and of = $of',
)

/** The same, locked until the transaction ends. */
export const lockBalance = change<{ account: LedgerAccount; of: string }, Balance>(
  'ledger.lock_balance',
  'select balance, floor from ledger_balance where account = $account and of = $of for update',
)

export const setFloor = change<{ of: string; floor: string }, Balance>(
  'ledger.set_floor',
  `update ledger_balance set floor = $floor where account = 'wallet' and of = $of returning balance, floor`,
)

/** Entries by their acts, and those that came to or left what is held for something. */
export const entriesAbout = query<{ of: string; causeIds: readonly string[] }, LedgerEntry>(
  'ledger.entries_about',
  `select ${columnsOf(ledgerEntry)} from ledger_entry where id in (
     select id from ledger_entry where cause_id = any($causeIds::uuid[])
     union select id from ledger_entry where debit = 'held' and debit_of = $of and debit_seq is not null
     union select id from ledger_entry where credit = 'held' and credit_of = $of and credit_seq is not null)
   order by at, id`,
)

/** What a wallet had before a time and before a later one, and what came and went between. */
export const periodOf = query<
  { of: string; from: Date; to: Date },
  { opening: string; closing: string; in: string; out: string }
>(
  'ledger.period_of',
  `select coalesce(sum(change) filter (where at < $from), 0)::numeric(12,2)::text as opening,
     coalesce(sum(change), 0)::numeric(12,2)::text as closing,
     coalesce(sum(change) filter (where at >= $from and change > 0), 0)::numeric(12,2)::text as in,
     coalesce(-sum(change) filter (where at >= $from and change < 0), 0)::numeric(12,2)::text as out
   from (
     select at, -amount as change from ledger_entry
     where debit = 'wallet' and debit_of = $of and debit_seq is not null
     union all select at, amount from ledger_entry
     where credit = 'wallet' and credit_of = $of and credit_seq is not null) side
   where at < $to`,
)

/** All of the books, account by account: what was credited less what was debited. */
export const sums = query<
  Record<string, never>,
  { account: LedgerAccount; balance: string; entries: number }
>(
  'ledger.sums',
  `select account, sum(amount)::text as balance, count(*) as entries from (
     select debit as account, -amount as amount from ledger_entry
     union all select credit, amount from ledger_entry) side
   group by account order by account`,
)

export const entryOrder = ordering<LedgerEntry>(
  { at: onTime(ledgerEntry.at, (row) => row.at) },
  onId(ledgerEntry.id, (row) => row.id),
  '-at',
)

export interface EntryFilters {
  readonly account?: LedgerAccount | undefined
  /** With `account`: whose. */
  readonly of?: string | undefined
  readonly cause?: Cause | undefined
  readonly causeId?: string | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

/** Entries, newest first unless sorted. */
export async function listEntries(db: Db, filters: EntryFilters, page: Page): Promise<Paged<LedgerEntry>> {
  const { where, orderBy, toPage } = entryOrder.of(page)
  const rows = await db.orm
    .select()
    .from(ledgerEntry)
    .where(and(...wanted(filters), where))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

const wanted = ({ account, of, cause, causeId, from, to }: EntryFilters): (SQL | undefined)[] => [
  account
    ? or(
        side(account, ledgerEntry.debit, of, ledgerEntry.debitOf),
        side(account, ledgerEntry.credit, of, ledgerEntry.creditOf),
      )
    : undefined,
  cause ? eq(ledgerEntry.cause, cause) : undefined,
  causeId ? eq(ledgerEntry.causeId, causeId) : undefined,
  from ? gte(ledgerEntry.at, from) : undefined,
  to ? lt(ledgerEntry.at, to) : undefined,
]

const side = (
  account: LedgerAccount,
  name: SQLWrapper,
  of: string | undefined,
  ofColumn: SQLWrapper,
): SQL | undefined => and(eq(name, account), of ? eq(ofColumn, of) : undefined)

/** What a digest is made of: the columns that say what moved, in a form that no setting of the session changes. */
const digested = `sha256(convert_to(concat_ws('|', id, (extract(epoch from at) * 1000)::bigint, debit, debit_of, credit,
  credit_of, amount, cause, cause_id, part, debit_seq, debit_after, credit_seq, credit_after, note), 'UTF8'))`
const digestOf = `encode(sha256(string_agg(${digested}, ''::bytea order by id)), 'hex')`
const hourOf = `date_trunc('hour', at, 'UTC')`

/** The hours before a time that have entries and no digest. */
export const hoursToDigest = query<{ until: Date }, { since: Date; until: Date }>(
  'ledger.hours_to_digest',
  `select distinct ${hourOf} as since, ${hourOf} + interval '1 hour' as until from ledger_entry
   where at < $until and at >= coalesce((select max(until) from ledger_digest), '-infinity') order by 1`,
)

/** Of several processes one makes it; of an hour without entries there is none. */
export const insertDigest = change<{ from: Date; until: Date }, Digest>(
  'ledger.insert_digest',
  `insert into ledger_digest (until, entries, sum, digest)
   select $until::timestamptz, count(*), sum(amount), ${digestOf} from ledger_entry
   where at >= $from and at < $until having count(*) > 0
   on conflict (until) do nothing returning ${columnsOf(ledgerDigest)}`,
)

export const digests = query<Record<string, never>, Digest>(
  'ledger.digests',
  `select ${columnsOf(ledgerDigest)} from ledger_digest order by until`,
)

/** Hours whose entries are other ones than when they were digested, or came later. */
export const brokenDigests = query<Record<string, never>, { until: Date }>(
  'ledger.broken_digests',
  `with now as (
     select ${hourOf} + interval '1 hour' as until, count(*) as entries, sum(amount) as sum, ${digestOf} as digest
     from ledger_entry where at < (select max(until) from ledger_digest) group by 1)
   select until from now full join ledger_digest d using (until)
   where (now.entries, now.sum, now.digest) is distinct from (d.entries, d.sum, d.digest) order by until limit 100`,
)

const steps = `select debit as account, debit_of as of, debit_seq as seq, debit_after as after, -amount as change, id
     from ledger_entry where debit_seq is not null
   union all select credit, credit_of, credit_seq, credit_after, amount, id
     from ledger_entry where credit_seq is not null`

/** Entries whose kept side doesn't follow the one before: a step is missing or twice, or leads to another balance. */
export const brokenSteps = query<Record<string, never>, { account: string; of: string; entryId: string }>(
  'ledger.broken_steps',
  `with step as (${steps}),
   walk as (
     select account, of, seq, after, change, id, lag(after, 1, 0) over w as before, row_number() over w as nth
     from step window w as (partition by account, of order by seq))
   select account, of, id as entry_id from walk where nth <> seq or before + change <> after
   order by account, of, seq limit 100`,
)

/** Kept balances that aren't the sum of their entries. */
export const wrongBalances = query<Record<string, never>, { account: string; of: string }>(
  'ledger.wrong_balances',
  `with step as (${steps}),
   total as (select account, of, sum(change) as balance, max(seq) as seq from step group by account, of)
   select account, of from total full join ledger_balance b using (account, of)
   where coalesce(total.balance, 0) is distinct from b.balance or coalesce(total.seq, 0) is distinct from b.seq
   order by account, of limit 100`,
)

/** What money is held for, and how much of it. */
export const allHeld = query<Record<string, never>, { of: string; balance: string }>(
  'ledger.all_held',
  `select of, balance from ledger_balance where account = 'held' and balance <> 0 order by of`,
)

export const countEntries = query<Record<string, never>, { entries: number }>(
  'ledger.count_entries',
  'select count(*) as entries from ledger_entry',
)
