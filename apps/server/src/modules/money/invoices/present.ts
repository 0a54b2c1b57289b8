import { z } from '@hono/zod-openapi'
import { invoiceKinds, invoiceStatuses } from './model.ts'
import type { Invoice, Item } from './queries.ts'

const amountText = z.string().openapi({ description: 'Negative in a credit note' })

/** A document in a customer's own list. */
export const ownInvoiceShape = z.object({
  id: z.string(),
  number: z.string().nullable().openapi({ description: 'As printed; null: a draft' }),
  kind: z.enum(invoiceKinds),
  status: z.enum(invoiceStatuses),
  currency: z.string(),
  net: amountText,
  tax: amountText,
  total: amountText,
  paid_amount: amountText,
  issued_at: z.string().nullable(),
  due_at: z.string().nullable(),
  paid_at: z.string().nullable(),
  created_at: z.string(),
})

/** A document in the list of staff. */
export const invoiceShape = ownInvoiceShape.extend({ account_id: z.string(), account_name: z.string() })

const partyShape = z.object({
  name: z.string(),
  address: z.string().optional(),
  tax_id: z.string().optional(),
  email: z.string().optional(),
  footer: z.string().optional(),
})

const contents = {
  language: z.enum(['zh', 'en']),
  inclusive: z.boolean().openapi({ description: 'Whether the amounts of the items include the tax' }),
  buyer: partyShape,
  seller: partyShape.nullable(),
  period_start: z.string().nullable(),
  period_end: z.string().nullable(),
  of_id: z.string().nullable().openapi({ description: 'The invoice that a credit note takes back' }),
  of_number: z.string().nullable(),
  items: z.array(
    z.object({
      text: z.string(),
      quantity: z.number(),
      amount: amountText,
      tax_rate: z.string(),
      tax: amountText,
    }),
  ),
}

export const ownInvoiceWhole = ownInvoiceShape.extend(contents)
export const invoiceWhole = invoiceShape.extend({
  ...contents,
  note: z.string(),
  credited: z.string().openapi({ description: 'How much its credit notes take back' }),
})

export const presentOwn = (invoice: Invoice): z.output<typeof ownInvoiceShape> => {
  const signed = signedIn(invoice)
  return {
    id: invoice.id,
    number: invoice.reference,
    kind: invoice.kind,
    status: invoice.status,
    currency: invoice.currency,
    net: signed(invoice.net),
    tax: signed(invoice.tax),
    total: signed(invoice.total),
    paid_amount: signed(invoice.paidAmount),
    issued_at: timeOf(invoice.issuedAt),
    due_at: timeOf(invoice.dueAt),
    paid_at: timeOf(invoice.paidAt),
    created_at: invoice.createdAt.toISOString(),
  }
}

export const presentInvoice = (invoice: Invoice, accountName: string): z.output<typeof invoiceShape> => ({
  ...presentOwn(invoice),
  account_id: invoice.accountId,
  account_name: accountName,
})

export const presentContents = (invoice: Invoice, items: readonly Item[], ofNumber: string | null) => {
  const signed = signedIn(invoice)
  return {
    language: invoice.language,
    inclusive: invoice.inclusive,
    buyer: invoice.buyer,
    seller: invoice.seller,
    period_start: timeOf(invoice.periodStart),
    period_end: timeOf(invoice.periodEnd),
    of_id: invoice.ofId,
    of_number: ofNumber,
    items: items.map(({ text, quantity, amount, taxRate, tax }) => ({
      ...{ text, quantity, tax_rate: taxRate },
      amount: signed(amount),
      tax: signed(tax),
    })),
  }
}

/** Amounts are kept without a sign; in a credit note they go back. */
const signedIn =
  ({ kind }: Invoice) =>
  (amount: string) =>
    kind === 'credit_note' && amount !== '0.00' ? `-${amount}` : amount

const timeOf = (at: Date | null) => at?.toISOString() ?? null
