import { z } from '@hono/zod-openapi'
import { id, items, page } from '../../../platform/http/fields.ts'
import { get, type Route } from '../../../platform/http/route.ts'
import { invoiceUnknown } from './errors.ts'
import { ownInvoiceShape, ownInvoiceWhole, presentContents, presentOwn } from './present.ts'
import { readInvoice } from './printed.ts'
import { itemsOf, listInvoices, referencesOf } from './queries.ts'
import { documentRoutes } from './rest-documents.ts'

const getMine = get(
  '/api/invoices',
  {
    summary: 'My invoices and credit notes, newest first',
    who: 'customer',
    query: z.strictObject(page),
    data: items(ownInvoiceShape),
  },
  async ({ cmd, query }) => {
    const own = { accountId: cmd.actor.id, issued: true }
    const listed = await listInvoices(cmd.services.db, own, query)
    return { items: listed.items.map(presentOwn), next_cursor: listed.nextCursor }
  },
)

const getOne = get(
  '/api/invoices/:id',
  {
    summary: 'One of my invoices',
    who: 'customer',
    params: z.object({ id }),
    data: ownInvoiceWhole,
    refuses: [invoiceUnknown],
  },
  async ({ cmd, params }) => {
    const { db } = cmd.services
    const invoice = await readInvoice(cmd, params.id)
    const lines = await itemsOf.all(db, params)
    const references = await referencesOf(db, invoice.ofId ? [invoice.ofId] : [])
    const of = references.get(invoice.ofId ?? '') ?? null
    return { ...presentOwn(invoice), ...presentContents(invoice, lines, of) }
  },
)

export const ownInvoiceRoutes: readonly Route[] = [
  getMine,
  getOne,
  ...documentRoutes('/api/invoices', 'customer'),
]
