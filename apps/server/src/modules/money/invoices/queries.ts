import { and, eq, inArray, isNotNull, like, or, type SQL } from 'drizzle-orm'
import type { Db } from '../../../platform/db.ts'
import { onId, ordering, type Page, type Paged } from '../../../platform/paging.ts'
import { beginning } from '../../../platform/patterns.ts'
import { change, columnsOf, query } from '../../../platform/statement.ts'
import type { InvoiceKind, InvoiceStatus } from './model.ts'
import { invoice, item } from './table.ts'

export type Invoice = typeof invoice.$inferSelect
export type Item = typeof item.$inferSelect

const columns = columnsOf(invoice)

export const invoiceById = query<{ id: string }, Invoice>(
  'invoices.by_id',
  `select ${columns} from invoices_invoice where id = $id`,
)
export const invoiceByReference = query<{ reference: string }, Invoice>(
  'invoices.by_reference',
  `select ${columns} from invoices_invoice where reference = $reference order by id desc limit 1`,
)
export const lockInvoice = change<{ id: string }, Invoice>(
  'invoices.lock',
  `select ${columns} from invoices_invoice where id = $id for update`,
)
export const itemsOf = query<{ id: string }, Item>(
  'invoices.items_of',
  `select ${columnsOf(item)} from invoices_item where invoice_id = $id order by at`,
)

/** The documents that some of these causes stand on. */
export const billing = query<
  { causes: readonly string[]; causeIds: readonly string[] },
  Invoice & { billed: number }
>(
  'invoices.billing',
  `select ${columnsOf(invoice, 'i')}, count(*)::integer as billed
   from unnest($causes::text[], $causeIds::uuid[]) wanted (cause, cause_id)
   join invoices_item t on t.cause = wanted.cause and t.cause_id = wanted.cause_id
   join invoices_invoice i on i.id = t.invoice_id group by i.id`,
)

export interface NewItems {
  readonly itemIds: readonly string[]
  readonly causes: readonly string[]
  readonly causeIds: readonly string[]
  readonly texts: readonly string[]
  readonly quantities: readonly number[]
  readonly amounts: readonly string[]
  readonly taxRates: readonly string[]
  readonly taxes: readonly string[]
}

/** As the columns, with its JSON as text. */
export type NewInvoice = Pick<
  Invoice,
  | 'id'
  | 'kind'
  | 'accountId'
  | 'ofId'
  | 'language'
  | 'currency'
  | 'inclusive'
  | 'net'
  | 'tax'
  | 'total'
  | 'paidAmount'
  | 'note'
  | 'periodStart'
  | 'periodEnd'
  | 'readyAt'
  | 'dueAt'
  | 'paidAt'
> & { readonly buyer: string; readonly now: Date }

/**
 * Stores a draft with its lines, in one statement: no row where all of its causes are billed, also by a transaction that
 * commits at this moment. The lines come first: PostgreSQL looks at their foreign key when the statement is over.
 */
export const insertDraft = change<NewInvoice & NewItems, Invoice>(
  'invoices.insert_draft',
  `with line as (
     insert into invoices_item (id, invoice_id, at, cause, cause_id, text, quantity, amount, tax_rate, tax)
     select one.id, $id::uuid, one.at, one.cause, one.cause_id, one.text, one.quantity, one.amount, one.tax_rate, one.tax
     from unnest($itemIds::uuid[], $causes::text[], $causeIds::uuid[], $texts::text[], $quantities::integer[],
       $amounts::numeric[], $taxRates::text[], $taxes::numeric[])
       with ordinality one (id, cause, cause_id, text, quantity, amount, tax_rate, tax, at)
     on conflict (cause, cause_id) do nothing returning id)
   insert into invoices_invoice (id, kind, account_id, of_id, status, language, buyer, currency, inclusive, net, tax, total,
     paid_amount, credited, note, period_start, period_end, ready_at, due_at, paid_at, created_at)
   select $id::uuid, $kind::text, $accountId::uuid, $ofId::uuid, 'draft', $language::text, $buyer::jsonb, $currency::text,
     $inclusive::boolean, $net::numeric, $tax::numeric, $total::numeric, $paidAmount::numeric, 0, $note::text,
     $periodStart::timestamptz, $periodEnd::timestamptz, $readyAt::timestamptz, $dueAt::timestamptz, $paidAt::timestamptz,
     $now::timestamptz
   where exists (select from line)
   returning ${columns}`,
)

export const markReady = change<{ id: string; now: Date }, Invoice>(
  'invoices.mark_ready',
  `update invoices_invoice set ready_at = coalesce(ready_at, $now) where id = $id and status = 'draft' returning ${columns}`,
)

interface Batch {
  readonly now: Date
  readonly year: number
  readonly limit: number
  readonly prefix: string
  readonly creditPrefix: string
  readonly seller: string
  /** The same on documents in English. */
  readonly sellerEn: string
  readonly dueDays: number
}

/**
 * Numbers those that wait, in the order in which they came. They are locked first: who waited for another's batch sees that
 * they have numbers, and counts only others. The series moves by as many as get a number, in the same statement: there is
 * no gap, whatever is rolled back or killed.
 */
export const numberBatch = change<Batch, { id: string; reference: string }>(
  'invoices.number_batch',
  `with due as (
     select id, kind, ready_at from invoices_invoice
     where number is null and status = 'draft' and ready_at <= $now::timestamptz
     order by ready_at, id limit $limit for update),
   placed as (
     select id, kind, row_number() over (partition by kind order by ready_at, id) as place,
       count(*) over (partition by kind) as count from due),
   moved as (
     insert into invoices_series as s (kind, year, last)
     select kind, $year::integer, count(*) from due group by kind order by kind
     on conflict (kind, year) do update set last = s.last + excluded.last
     returning s.kind, s.last),
   numbered as (
     select placed.id, moved.last - placed.count + placed.place as number from placed join moved using (kind))
   update invoices_invoice i set status = 'issued', year = $year, number = n.number, issued_at = $now, 
     seller = case i.language when 'en' then $sellerEn::jsonb else $seller::jsonb end,
     reference = case i.kind when 'invoice' then $prefix::text else $creditPrefix::text end || $year || '-' ||
       lpad(n.number::text, greatest(6, length(n.number::text)), '0'),
     due_at = case when i.kind = 'credit_note' or i.paid_amount = i.total then $now
       else greatest(coalesce(i.due_at, $now + make_interval(days => $dueDays::integer)), $now) end
   from numbered n where i.id = n.id
   returning i.id, i.reference`,
)

/** Of those that were paid before they had a number. */
export const settlePaid = change<{ ids: readonly string[]; now: Date }>(
  'invoices.settle_paid',
  `update invoices_invoice set status = 'paid', paid_at = coalesce(paid_at, $now)
   where id = any($ids::uuid[]) and status = 'issued' and paid_amount = total`,
)

export const setPaid = change<{ id: string; paidAt: Date }, Invoice>(
  'invoices.set_paid',
  `update invoices_invoice set status = 'paid', paid_amount = total - credited, paid_at = $paidAt
   where id = $id and status in ('issued', 'overdue') returning ${columns}`,
)

export const setCancelled = change<{ id: string }, Invoice>(
  'invoices.set_cancelled',
  `update invoices_invoice set status = 'cancelled'
   where id = $id and status in ('draft', 'issued', 'overdue') returning ${columns}`,
)

/** Takes back so much of an invoice; the table refuses more than it is. */
export const addCredit = change<{ id: string; amount: string }>(
  'invoices.add_credit',
  'update invoices_invoice set credited = credited + $amount::numeric where id = $id',
)

export const setOverdue = change<{ now: Date }, { id: string }>(
  'invoices.set_overdue',
  `update invoices_invoice set status = 'overdue'
   where kind = 'invoice' and status = 'issued' and due_at < $now returning id`,
)

export const invoiceOrder = ordering<Invoice>(
  { created_at: onId(invoice.id, (row) => row.id) },
  onId(invoice.id, (row) => row.id),
  '-created_at',
)

export interface InvoiceFilters {
  readonly status?: InvoiceStatus | undefined
  readonly kind?: InvoiceKind | undefined
  readonly accountId?: string | undefined
  readonly year?: number | undefined
  readonly query?: string | undefined
  /** Only what has a number: drafts are not for customers. */
  readonly issued?: boolean
}

/** Newest first. */
export async function listInvoices(db: Db, filters: InvoiceFilters, page: Page): Promise<Paged<Invoice>> {
  const { where, orderBy, toPage } = invoiceOrder.of(page)
  const rows = await db.orm
    .select()
    .from(invoice)
    .where(and(...wanted(filters), where))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

const wanted = ({ status, kind, accountId, year, query: text, issued }: InvoiceFilters) => [
  status ? eq(invoice.status, status) : undefined,
  kind ? eq(invoice.kind, kind) : undefined,
  accountId ? eq(invoice.accountId, accountId) : undefined,
  year === undefined ? undefined : eq(invoice.year, year),
  text ? named(text) : undefined,
  issued ? isNotNull(invoice.number) : undefined,
]

/** By the beginning of the printed number, or by the number itself. */
function named(text: string): SQL | undefined {
  const printed = like(invoice.reference, beginning(text.toUpperCase()))
  return /^\d{1,9}$/.test(text) ? or(printed, eq(invoice.number, Number(text))) : printed
}

/** The printed numbers of the documents that have one. */
export async function referencesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await db.orm
    .select({ id: invoice.id, reference: invoice.reference })
    .from(invoice)
    .where(inArray(invoice.id, [...ids]))
  return new Map(found.map(({ id, reference }) => [id, reference ?? '']))
}
