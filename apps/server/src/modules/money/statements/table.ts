import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, money } from '../../../platform/table.ts'
import { payment } from '../payments/table.ts'
import {
  differenceKinds,
  resolutions,
  rowStates,
  type DifferenceKind,
  type Mapping,
  type Resolution,
  type RowState,
} from './model.ts'

const inList = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(', '))

/** One file of a gateway that was held against its payments. */
export const run = pgTable(
  'statements_run',
  {
    id: uuid('id').primaryKey(),
    interfaceId: uuid('interface_id').notNull(),
    /** What the interface was called then. */
    gateway: text('gateway').notNull(),
    fileName: text('file_name').notNull(),
    /** SHA-256 of the file and the mapping, in hex. */
    digest: text('digest').notNull(),
    mapping: jsonb('mapping').$type<Mapping>().notNull(),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at').notNull(),
    lines: integer('lines').notNull(),
    skipped: integer('skipped').notNull(),
    matched: integer('matched').notNull(),
    differences: integer('differences').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    unique('statements_run_file').on(t.interfaceId, t.digest),
    index('statements_run_created').on(t.createdAt, t.id),
    check('statements_run_counts', sql`${t.lines} > 0 and ${t.skipped} >= 0 and ${t.matched} >= 0 and ${t.differences} >= 0`),
  ],
) // prettier-ignore

/** The payments that a file has. */
export const matched = pgTable(
  'statements_matched',
  {
    paymentId: uuid('payment_id').notNull().references(() => payment.id),
    runId: uuid('run_id').notNull().references(() => run.id),
  },
  (t) => [primaryKey({ columns: [t.paymentId, t.runId] }), index('statements_matched_run').on(t.runId)],
) // prettier-ignore

/** A difference between a file and the payments, and what became of it. */
export const row = pgTable(
  'statements_row',
  {
    id: uuid('id').primaryKey(),
    runId: uuid('run_id').notNull().references(() => run.id),
    kind: text('kind').$type<DifferenceKind>().notNull(),
    state: text('state').$type<RowState>().notNull(),
    paymentId: uuid('payment_id').references(() => payment.id),
    reference: text('reference').notNull(),
    /** The gateway's own number. */
    transaction: text('transaction').notNull(),
    at: instant('at').notNull(),
    amountThere: money('amount_there'),
    amountHere: money('amount_here'),
    feeThere: money('fee_there'),
    feeHere: money('fee_here'),
    resolution: text('resolution').$type<Resolution>(),
    note: text('note').notNull().default(''),
    resolvedBy: text('resolved_by'),
    resolvedAt: instant('resolved_at'),
  },
  (t) => [
    index('statements_row_run').on(t.runId),
    index('statements_row_at').on(t.at, t.id),
    index('statements_row_payment').on(t.paymentId),
    check('statements_row_kind', sql`${t.kind} in (${inList(differenceKinds)})`),
    check('statements_row_state', sql`${t.state} in (${inList(rowStates)})`),
    check('statements_row_resolution', sql`${t.resolution} in (${inList(resolutions)})`),
    check('statements_row_resolved', sql`(${t.state} = 'open') = (${t.resolvedAt} is null)`),
  ],
) // prettier-ignore
