import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, money } from '../../../platform/table.ts'
import { causes, keptAccounts, ledgerAccounts, type Cause, type LedgerAccount } from './model.ts'

const inList = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(', '))

/**
 * One movement of money: it debits one account and credits another, so that the books balance by construction. A trigger
 * moves the kept balances, and numbers their steps; nothing changes or removes an entry.
 */
export const ledgerEntry = pgTable(
  'ledger_entry',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    debit: text('debit').$type<LedgerAccount>().notNull(),
    debitOf: uuid('debit_of'),
    credit: text('credit').$type<LedgerAccount>().notNull(),
    creditOf: uuid('credit_of'),
    amount: money('amount').notNull(),
    cause: text('cause').$type<Cause>().notNull(),
    causeId: uuid('cause_id').notNull(),
    part: smallint('part').notNull(),
    /** The step of the kept balance, and what it was afterwards. */
    debitSeq: bigint('debit_seq', { mode: 'number' }),
    debitAfter: money('debit_after'),
    creditSeq: bigint('credit_seq', { mode: 'number' }),
    creditAfter: money('credit_after'),
    note: text('note').notNull().default(''),
  },
  (t) => [
    uniqueIndex('ledger_entry_cause').on(t.cause, t.causeId, t.part),
    uniqueIndex('ledger_entry_debit').on(t.debit, t.debitOf, t.debitSeq).where(sql`${t.debitSeq} is not null`),
    uniqueIndex('ledger_entry_credit').on(t.credit, t.creditOf, t.creditSeq).where(sql`${t.creditSeq} is not null`),
    index('ledger_entry_cause_id').on(t.causeId),
    index('ledger_entry_at').on(t.at, t.id),
    check('ledger_entry_amount', sql`${t.amount} > 0`),
    check('ledger_entry_sides', sql`${t.debit} <> ${t.credit}`),
    check('ledger_entry_debit_name', sql`${t.debit} in (${inList(ledgerAccounts)})`),
    check('ledger_entry_credit_name', sql`${t.credit} in (${inList(ledgerAccounts)})`),
    check('ledger_entry_cause_name', sql`${t.cause} in (${inList(causes)})`),
    check('ledger_entry_debit_kept', sql`(${t.debit} in (${inList(keptAccounts)})) = (${t.debitSeq} is not null)`),
    check('ledger_entry_credit_kept', sql`(${t.credit} in (${inList(keptAccounts)})) = (${t.creditSeq} is not null)`),
  ],
) // prettier-ignore

/** What is in a wallet, held for an order, on its way back, or earned as commission. A wallet is made with its account. */
export const ledgerBalance = pgTable(
  'ledger_balance',
  {
    account: text('account').$type<(typeof keptAccounts)[number]>().notNull(),
    of: uuid('of').notNull(),
    balance: money('balance').notNull().default('0.00'),
    /** The least that it may be: of a wallet, minus its credit limit. */
    floor: money('floor').notNull().default('0.00'),
    seq: bigint('seq', { mode: 'number' }).notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.account, t.of] }),
    check('ledger_balance_floor', sql`${t.balance} >= ${t.floor}`),
    check('ledger_balance_kept', sql`${t.account} in (${inList(keptAccounts)})`),
  ],
) // prettier-ignore

/** Sums of an hour's entries, as the audit log holds them too: an old entry can't be rewritten unseen. */
export const ledgerDigest = pgTable('ledger_digest', {
  /** The end of the hour. */
  until: instant('until').primaryKey(),
  entries: bigint('entries', { mode: 'number' }).notNull(),
  sum: numeric('sum', { precision: 18, scale: 2 }).notNull(),
  /** SHA-256 over the entries in the order of their ids, in hex. */
  digest: text('digest').notNull(),
})
