import { invoiceStepRefused } from './errors.ts'
import { statusNames, type InvoiceStatus } from './model.ts'

export const stepRefused = ({ status }: { readonly status: InvoiceStatus }) =>
  invoiceStepRefused({ params: { status: statusNames[status] } })
