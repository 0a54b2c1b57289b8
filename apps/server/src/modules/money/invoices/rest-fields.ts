import { z } from '@hono/zod-openapi'
import { id, line } from '../../../platform/http/fields.ts'
import { invoiceKinds, invoiceStatuses } from './model.ts'

/** The filters of the list of staff. */
export const invoiceFilters = {
  status: z.enum(invoiceStatuses).optional(),
  kind: z.enum(invoiceKinds).optional(),
  account_id: id.optional(),
  year: z.coerce.number().int().min(2000).max(9999).optional(),
  query: line(40).optional(),
}
