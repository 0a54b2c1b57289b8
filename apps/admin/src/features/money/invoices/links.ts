export const invoicesPath = '/invoices'
export const invoiceLink = (id: string) => `${invoicesPath}/${id}`

/** Files of the API. */
export const pdfOf = (id: string) => `/api/admin/invoices/${id}/pdf`
export const printOf = (id: string) => `/api/admin/invoices/${id}/html`
