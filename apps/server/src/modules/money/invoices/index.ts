import type { Module } from '../../../platform/module.ts'
import { invoiceJobs } from './jobs.ts'
import { invoiceRoutes } from './rest.ts'

export { cancelInvoice } from './cancel-invoice.ts'
export { createByHand } from './create-by-hand.ts'
export { draftBatch, type Unbilled } from './draft-batch.ts'
export { draftCreditNote, type NewCreditNote } from './draft-credit-note.ts'
export { draftInvoice, type NewDraft, type NewItem } from './draft-invoice.ts'
export { findInvoices, invoiceNamed, wholeInvoice } from './present-found.ts'
export { invoiceFilters } from './rest-fields.ts'
export { issueInvoice } from './issue-invoice.ts'
export { markPaid } from './mark-paid.ts'
export { fileNameOf, invoicePdf } from './printed.ts'
export { invoicesMay } from './permissions.ts'
export { totalsOf } from './model.ts'

export const invoices = { routes: invoiceRoutes, jobs: invoiceJobs } satisfies Module
