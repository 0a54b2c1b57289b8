import { listLink } from '../../../pieces/list-link.ts'

export const invoicesPath = '/invoices'
export const invoiceLink = (id: string) => `${invoicesPath}/${id}`
export const invoicesOf = (accountId: string) =>
  listLink<'/api/admin/invoices'>(invoicesPath, { account_id: accountId })

/** Files of the API. */
export const pdfOf = (id: string) => `/api/admin/invoices/${id}/pdf`
export const printOf = (id: string) => `/api/admin/invoices/${id}/html`
