import { z } from '@hono/zod-openapi'
import { formatAmount, isTaxRate, parseAmount } from '@lessor/kit'
import {
  amount,
  email,
  id,
  instantText,
  line,
  message,
  note,
  optionalLine,
} from '../../../platform/http/fields.ts'
import { get, post, type Route } from '../../../platform/http/route.ts'
import { keyReused, notFound } from '../../../platform/refusals.ts'
import { auditedList } from '../../core/audit/index.ts'
import { cancelInvoice } from './cancel-invoice.ts'
import { createByHand } from './create-by-hand.ts'
import { invoiceStepRefused, invoiceTooLarge, invoiceUnknown } from './errors.ts'
import { issueInvoice } from './issue-invoice.ts'
import { markPaid } from './mark-paid.ts'
import { invoicesMay } from './permissions.ts'
import { invoiceShape, invoiceWhole } from './present.ts'
import { readInvoice } from './printed.ts'
import { invoiceOrder } from './queries.ts'
import { invoiceFilters } from './rest-fields.ts'
import { findInvoices, wholeInvoice } from './present-found.ts'
import { documentRoutes } from './rest-documents.ts'
import { ownInvoiceRoutes } from './rest-own.ts'

const path = '/api/admin/invoices'
const params = z.object({ id })
const refuses = [invoiceUnknown, invoiceStepRefused, keyReused]

const invoiceList = auditedList(path, {
  name: 'invoices',
  summary:
    'Invoices and credit notes, newest first; `query` is the beginning of a printed number, or its digits',
  permission: invoicesMay.read,
  filters: invoiceFilters,
  sorts: invoiceOrder.sorts,
  item: invoiceShape,
  load: ({ services: { db } }, filters, page) => findInvoices(db, filters, page),
})

const getOne = get(
  `${path}/:id`,
  { summary: 'One invoice', who: invoicesMay.read, params, data: invoiceWhole, refuses: [invoiceUnknown] },
  async ({ cmd, params }) => wholeInvoice(cmd, await readInvoice(cmd, params.id)),
)

const rate = z.string().refine(isTaxRate, message({ en: 'From 0 to below 100, such as 6 or 6.5', zh: '须为 0 到 100 以下的数，如 6 或 6.5' })) // prettier-ignore

const postInvoice = post(
  path,
  {
    summary: 'Draft an invoice by hand; what is left out comes from the account and the settings',
    who: invoicesMay.manage,
    keyed: true,
    body: z.strictObject({
      account_id: id,
      language: z.enum(['zh', 'en']).optional(),
      buyer: z
        .strictObject({ name: line(200), address: optionalLine(300), tax_id: optionalLine(50), email })
        .partial()
        .optional(),
      items: z
        .array(
          z.strictObject({
            text: line(500),
            quantity: z.int().min(1).max(1_000_000).default(1),
            amount: amount.openapi({ description: 'Of the whole line' }),
            tax_rate: rate.optional(),
          }),
        )
        .min(1)
        .max(100),
      due_at: instantText.optional(),
      note: note(1_000).default(''),
    }),
    data: invoiceWhole,
    refuses: [notFound, invoiceTooLarge, keyReused],
  },
  async ({ cmd, body: { account_id: accountId, due_at: dueAt, items, ...body } }) => {
    const lines = items.map(({ tax_rate: taxRate, amount, ...item }) => ({
      ...item,
      amount: formatAmount(parseAmount(amount)),
      ...(taxRate !== undefined && { taxRate }),
    }))
    return wholeInvoice(
      cmd,
      await createByHand(cmd, { ...body, accountId, items: lines, dueAt: dateIn(dueAt) }),
    )
  },
)

const dateIn = (text: string | undefined) => (text === undefined ? undefined : new Date(text))

const postIssue = post(
  `${path}/:id/issue`,
  {
    summary: 'Give a draft its number',
    who: invoicesMay.manage,
    keyed: true,
    params,
    data: invoiceWhole,
    refuses,
  },
  async ({ cmd, params }) => wholeInvoice(cmd, await issueInvoice(cmd, params)),
)

const postPaid = post(
  `${path}/:id/paid`,
  {
    summary: 'Mark an issued invoice as paid; moves no money',
    who: invoicesMay.manage,
    keyed: true,
    params,
    body: z.strictObject({ paid_at: instantText.optional(), note: note(500).default('') }),
    data: invoiceWhole,
    refuses,
  },
  async ({ cmd, params, body }) =>
    wholeInvoice(cmd, await markPaid(cmd, { ...params, note: body.note, paidAt: dateIn(body.paid_at) })),
)

const postCancel = post(
  `${path}/:id/cancel`,
  {
    summary: 'Cancel a draft, or an unpaid invoice by a credit note',
    who: invoicesMay.manage,
    keyed: true,
    params,
    body: z.strictObject({ reason: note(500).default('') }),
    data: invoiceWhole.extend({ credit_note_id: z.string().nullable() }),
    refuses,
  },
  async ({ cmd, params, body }) => {
    const { invoice, creditNote } = await cancelInvoice(cmd, { ...params, ...body })
    return { ...(await wholeInvoice(cmd, invoice)), credit_note_id: creditNote?.id ?? null }
  },
)

export const invoiceRoutes: readonly Route[] = [
  ...invoiceList,
  postInvoice,
  getOne,
  postIssue,
  postPaid,
  postCancel,
  ...documentRoutes(path, invoicesMay.read),
  ...ownInvoiceRoutes,
]
