import type { Language } from '@lessor/kit'
import { sql, type AnyColumn } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core'
import { instant, money } from '../../../platform/table.ts'
import { account } from '../../people/accounts/table.ts'
import type { InvoiceKind, InvoiceStatus, Party } from './model.ts'

const amount = (name: string) => money(name).notNull()
const among = (column: AnyColumn, words: string) => sql`${column} in ${sql.raw(words)}`

/** The last number of a kind and a year; moved by as many as a batch numbers, in the statement that numbers them. */
export const series = pgTable(
  'invoices_series',
  {
    kind: text('kind').$type<InvoiceKind>().notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.year] }),
    check('invoices_series_kind', among(t.kind, `('invoice', 'credit_note')`)),
    check('invoices_series_last', sql`${t.last} > 0`),
  ],
)

/** A document: a draft until it has a number. Then a trigger refuses every change but of its state and what was paid. */
export const invoice = pgTable(
  'invoices_invoice',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').$type<InvoiceKind>().notNull(),
    accountId: uuid('account_id').notNull().references(() => account.id),
    /** The invoice that a credit note takes back, in part or whole. */
    ofId: uuid('of_id').references((): AnyPgColumn => invoice.id),
    status: text('status').$type<InvoiceStatus>().notNull(),
    year: integer('year'),
    number: integer('number'),
    /** The number as it is printed, with its prefix and year. */
    reference: text('reference'),
    language: text('language').$type<Language>().notNull(),
    buyer: jsonb('buyer').$type<Party>().notNull(),
    /** Null: a draft, which shows the seller as the settings say now. */
    seller: jsonb('seller').$type<Party>(),
    currency: text('currency').notNull(),
    /** Whether the amounts of the items include the tax. */
    inclusive: boolean('inclusive').notNull(),
    /** Amounts of a credit note are positive too. */
    net: amount('net'),
    tax: amount('tax'),
    total: amount('total'),
    paidAmount: amount('paid_amount'),
    /** How much of an invoice its credit notes take back. */
    credited: amount('credited'),
    note: text('note').notNull(),
    periodStart: instant('period_start'),
    periodEnd: instant('period_end'),
    /** Since when a draft waits for its number; null: it waits for staff. */
    readyAt: instant('ready_at'),
    dueAt: instant('due_at'),
    issuedAt: instant('issued_at'),
    paidAt: instant('paid_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('invoices_invoice_number').on(t.kind, t.year, t.number),
    // text_pattern_ops: by the beginning of a printed number, whatever the database's collation.
    index('invoices_invoice_reference').on(t.reference.op('text_pattern_ops')),
    index('invoices_invoice_digits').on(t.number),
    index('invoices_invoice_credit_notes').on(t.id).where(sql`${t.kind} = 'credit_note'`),
    index('invoices_invoice_ready').on(t.readyAt, t.id).where(sql`${t.number} is null and ${t.readyAt} is not null`),
    index('invoices_invoice_due').on(t.dueAt).where(sql`${t.status} = 'issued'`),
    index('invoices_invoice_account').on(t.accountId, t.id),
    index('invoices_invoice_status').on(t.status, t.id),
    index('invoices_invoice_of').on(t.ofId).where(sql`${t.ofId} is not null`),
    check('invoices_invoice_kind', among(t.kind, `('invoice', 'credit_note')`)),
    check('invoices_invoice_status', among(t.status, `('draft', 'issued', 'paid', 'overdue', 'cancelled')`)),
    check('invoices_invoice_of', sql`(${t.kind} = 'credit_note') = (${t.ofId} is not null)`),
    check('invoices_invoice_total', sql`${t.total} = ${t.net} + ${t.tax} and ${t.net} >= 0 and ${t.tax} >= 0`),
    check('invoices_invoice_paid', sql`${t.paidAmount} between 0 and ${t.total}`),
    check('invoices_invoice_credited', sql`${t.credited} between 0 and ${t.total}`),
    check(
      'invoices_invoice_numbered',
      sql`num_nulls(${t.number}, ${t.year}, ${t.reference}, ${t.seller}, ${t.issuedAt}) in (0, 5)`,
    ),
    check('invoices_invoice_draft', sql`${t.number} is not null or ${t.status} in ('draft', 'cancelled')`),
    check('invoices_invoice_issued', sql`${t.number} is null or ${t.status} <> 'draft'`),
  ],
) // prettier-ignore

/** A line of a document, in the language of its buyer. */
export const item = pgTable(
  'invoices_item',
  {
    id: uuid('id').primaryKey(),
    invoiceId: uuid('invoice_id').notNull().references(() => invoice.id),
    at: integer('at').notNull(),
    /** What was billed, as `order`, and which: it is billed once. */
    cause: text('cause').notNull(),
    causeId: uuid('cause_id').notNull(),
    text: text('text').notNull(),
    quantity: integer('quantity').notNull(),
    /** Of the whole line; with the tax in it where the invoice is inclusive. */
    amount: amount('amount'),
    /** Percent, as `6` or `6.5`. */
    taxRate: text('tax_rate').notNull(),
    tax: amount('tax'),
  },
  (t) => [
    uniqueIndex('invoices_item_cause').on(t.cause, t.causeId),
    uniqueIndex('invoices_item_place').on(t.invoiceId, t.at),
    check('invoices_item_amounts', sql`${t.amount} >= 0 and ${t.tax} >= 0 and ${t.quantity} > 0`),
  ],
) // prettier-ignore
