import type { z } from '@hono/zod-openapi'
import { isId } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Db } from '../../../platform/db.ts'
import type { Page, Paged } from '../../../platform/paging.ts'
import { shownNamesOf } from '../../people/accounts/index.ts'
import { invoiceUnknown } from './errors.ts'
import type { invoiceFilters } from './rest-fields.ts'
import { presentContents, presentInvoice, type invoiceShape, type invoiceWhole } from './present.ts'
import {
  invoiceById,
  invoiceByReference,
  itemsOf,
  listInvoices,
  referencesOf,
  type Invoice,
} from './queries.ts'

type Filters = z.output<z.ZodObject<typeof invoiceFilters>>

/** Documents as staff read them, newest first. */
export async function findInvoices(
  db: Db,
  { account_id: accountId, ...filters }: Filters,
  page: Page,
): Promise<Paged<z.output<typeof invoiceShape>>> {
  const listed = await listInvoices(db, { ...filters, accountId }, page)
  const accountIds = listed.items.map((one) => one.accountId)
  const names = await shownNamesOf(db, accountIds)
  return { ...listed, items: listed.items.map((one) => presentInvoice(one, names.get(one.accountId) ?? '')) }
}

/** A document with all that staff may read of it. */
export async function wholeInvoice(
  { services: { db } }: Command,
  invoice: Invoice,
): Promise<z.output<typeof invoiceWhole>> {
  const [lines, references, names] = await Promise.all([
    itemsOf.all(db, invoice),
    referencesOf(db, invoice.ofId ? [invoice.ofId] : []),
    shownNamesOf(db, [invoice.accountId]),
  ])
  const { note, credited } = invoice
  return {
    ...presentInvoice(invoice, names.get(invoice.accountId) ?? ''),
    ...presentContents(invoice, lines, references.get(invoice.ofId ?? '') ?? null),
    ...{ note, credited },
  }
}

/** The document of an id, or of a printed number. */
export async function invoiceNamed(db: Db, name: string): Promise<Invoice> {
  const found = isId(name)
    ? await invoiceById.first(db, { id: name })
    : await invoiceByReference.first(db, { reference: name.toUpperCase() })
  if (!found) throw invoiceUnknown()
  return found
}
