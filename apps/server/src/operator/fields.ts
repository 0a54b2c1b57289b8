import { z } from '@hono/zod-openapi'
import { accountFilters } from '../modules/people/accounts/index.ts'
import { invoiceFilters } from '../modules/money/invoices/index.ts'
import { entryFilters } from '../modules/money/ledger/index.ts'
import { paymentFilters } from '../modules/money/payments/index.ts'
import { orderFilters } from '../modules/sales/orders/index.ts'
import { codeFilters } from '../modules/sales/codes/index.ts'
import { id, line, newPassword, page } from '../platform/http/fields.ts'

// Options of the command line are checked by the rules of the API, and named as there.
export const pageQuery = z.strictObject(page)
export const accountQuery = z.strictObject({ ...accountFilters, ...page })
export const codeQuery = z.strictObject({ ...codeFilters, ...page })
export const invoiceQuery = z.strictObject({ ...invoiceFilters, ...page })
export const invoiceField = z.strictObject({ invoice: line(60) })
export const orderQuery = z.strictObject({ ...orderFilters, ...page })
export const paymentQuery = z.strictObject({ ...paymentFilters, ...page })
export const entryQuery = z.strictObject({ ...entryFilters, ...page })
export const reasonField = z.strictObject({ reason: line(200) })
export const idField = z.strictObject({ id })
export const batchField = z.strictObject({ batch: id })
export const passwordField = z.strictObject({ password: newPassword })
export const keyField = z.strictObject({ key: z.coerce.number().int().min(1).max(255) })
