import { z } from '@hono/zod-openapi'
import { id, instantText } from '../../../../platform/http/fields.ts'
import { get, post, type Route } from '../../../../platform/http/route.ts'
import { invoicesMay } from '../../../money/invoices/index.ts'
import { batchOf, billBatch } from './bill-batch.ts'
import { batchTooLarge } from '../errors.ts'

const period = {
  account_id: id.optional().openapi({ description: 'Of one customer; absent: of all' }),
  from: instantText,
  to: instantText.openapi({ description: 'Orders paid before it' }),
}
const sums = z.object({ customers: z.number(), orders: z.number(), total: z.string() })

const periodOf = ({
  account_id: accountId,
  from,
  to,
}: {
  account_id?: string | undefined
  from: string
  to: string
}) => ({
  accountId,
  from: new Date(from),
  to: new Date(to),
})

const getBatch = get(
  '/api/admin/invoice-batches/preview',
  {
    summary: 'What a batch of invoices would bill: paid orders of a period that stand on none',
    who: invoicesMay.manage,
    query: z.strictObject(period),
    data: sums,
    refuses: [batchTooLarge],
  },
  ({ cmd, query }) => batchOf(cmd, periodOf(query)),
)

const postBatch = post(
  '/api/admin/invoice-batches',
  {
    summary: 'Draft one invoice for each customer, of the orders of a period that stand on none',
    who: invoicesMay.manage,
    keyed: true,
    body: z.strictObject({
      ...period,
      issue: z
        .boolean()
        .default(true)
        .openapi({ description: 'They get their numbers soon after; else staff issue each' }),
    }),
    data: sums.extend({ invoices: z.number() }),
    refuses: [batchTooLarge],
  },
  ({ cmd, body: { issue: isReady, ...body } }) => billBatch(cmd, { ...periodOf(body), isReady }),
)

export const billingRoutes: readonly Route[] = [getBatch, postBatch]
