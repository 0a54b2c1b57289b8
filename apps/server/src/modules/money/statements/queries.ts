import { and, eq, type SQL } from 'drizzle-orm'
import type { Db } from '../../../platform/db.ts'
import { onId, onTime, ordering, type Page, type Paged } from '../../../platform/paging.ts'
import { change, columnsOf, query } from '../../../platform/statement.ts'
import type { DifferenceKind, Mapping, Resolution, RowState } from './model.ts'
import { row, run } from './table.ts'

export type Run = typeof run.$inferSelect
export type Row = typeof row.$inferSelect

export const runById = query<{ id: string }, Run>(
  'statements.run_by_id',
  `select ${columnsOf(run)} from statements_run where id = $id`,
)
export const runOfFile = query<{ interfaceId: string; digest: string }, Run>(
  'statements.run_of_file',
  `select ${columnsOf(run)} from statements_run where interface_id = $interfaceId and digest = $digest`,
)
/** Which columns were chosen for an interface the last time. */
export const lastMapping = query<{ interfaceId: string }, { mapping: Mapping }>(
  'statements.last_mapping',
  'select mapping from statements_run where interface_id = $interfaceId order by created_at desc, id desc limit 1',
)

/** Nothing where the same file was matched before, or is now. */
export const insertRun = change<Omit<Run, 'mapping'> & { mapping: string }, Run>(
  'statements.insert_run',
  `insert into statements_run (id, interface_id, gateway, file_name, digest, mapping, from_at, to_at, lines, skipped, matched,
     differences, created_by, created_at)
   values ($id, $interfaceId, $gateway, $fileName, $digest, $mapping::jsonb, $fromAt, $toAt, $lines, $skipped, $matched,
     $differences, $createdBy, $createdAt)
   on conflict (interface_id, digest) do nothing returning ${columnsOf(run)}`,
)

/** `rows`: JSON, with the columns' names. */
export const insertRows = change<{ runId: string; rows: string }>(
  'statements.insert_rows',
  `insert into statements_row (id, run_id, kind, state, payment_id, reference, transaction, at, amount_there, amount_here, fee_there, fee_here)
   select id, $runId::uuid, kind, 'open', payment_id, reference, transaction, at, amount_there, amount_here, fee_there, fee_here
   from jsonb_to_recordset($rows::jsonb) as new (id uuid, kind text, payment_id uuid, reference text, transaction text,
     at timestamptz, amount_there numeric, amount_here numeric, fee_there numeric, fee_here numeric)`,
)
export const insertMatched = change<{ runId: string; paymentIds: readonly string[] }>(
  'statements.insert_matched',
  `insert into statements_matched (run_id, payment_id) select $runId::uuid, id from unnest($paymentIds::uuid[]) as id`,
)
/** Those of some payments that a file has. */
export const matchedAmong = query<{ paymentIds: readonly string[] }, { paymentId: string }>(
  'statements.matched_among',
  'select distinct payment_id from statements_matched where payment_id = any($paymentIds::uuid[])',
)

export const rowById = query<{ id: string }, Row>(
  'statements.row_by_id',
  `select ${columnsOf(row)} from statements_row where id = $id`,
)
/** Ends a difference, if it is open: of any number that try at once, one does. */
export const endRow = change<
  { id: string; state: RowState; resolution: Resolution; note: string; by: string; now: Date },
  Row
>(
  'statements.end_row',
  `update statements_row set state = $state, resolution = $resolution, note = $note, resolved_by = $by, resolved_at = $now
   where id = $id and state = 'open' returning ${columnsOf(row)}`,
)
/** How many differences of some runs are open. */
export const openOf = query<{ runIds: readonly string[] }, { runId: string; open: number }>(
  'statements.open_of',
  `select run_id, count(*) as open from statements_row where run_id = any($runIds::uuid[]) and state = 'open' group by run_id`,
)

export const runOrder = ordering<Run>(
  { created_at: onTime(run.createdAt, (one) => one.createdAt) },
  onId(run.id, (one) => one.id),
  '-created_at',
)

/** Runs, newest first unless sorted. */
export async function listRuns(
  db: Db,
  { interfaceId }: { readonly interfaceId?: string | undefined },
  page: Page,
): Promise<Paged<Run>> {
  const { where, orderBy, toPage } = runOrder.of(page)
  const wanted = interfaceId ? eq(run.interfaceId, interfaceId) : undefined
  const found = await db.orm.select().from(run).where(and(wanted, where)).orderBy(...orderBy).limit(page.limit + 1) // prettier-ignore
  return toPage(found)
}

export const rowOrder = ordering<Row>(
  { at: onTime(row.at, (one) => one.at) },
  onId(row.id, (one) => one.id),
  '-at',
)

export interface RowFilters {
  readonly runId?: string | undefined
  readonly kind?: DifferenceKind | undefined
  readonly state?: RowState | undefined
}

/** Differences, the latest first unless sorted. */
export async function listRows(db: Db, { runId, kind, state }: RowFilters, page: Page): Promise<Paged<Row>> {
  const { where, orderBy, toPage } = rowOrder.of(page)
  const conditions: (SQL | undefined)[] = [
    runId ? eq(row.runId, runId) : undefined,
    kind ? eq(row.kind, kind) : undefined,
    state ? eq(row.state, state) : undefined,
    where,
  ]
  const found = await db.orm.select().from(row).where(and(...conditions)).orderBy(...orderBy).limit(page.limit + 1) // prettier-ignore
  return toPage(found)
}
