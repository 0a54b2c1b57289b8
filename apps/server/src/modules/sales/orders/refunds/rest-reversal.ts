import { z } from '@hono/zod-openapi'
import { id, line } from '../../../../platform/http/fields.ts'
import { nothing, post, type Route } from '../../../../platform/http/route.ts'
import { insufficientFunds } from '../../../money/ledger/index.ts'
import { reversalDecided, reversalDecisions } from '../../../money/payments/index.ts'
import { decideOnReversal } from './decide-reversal.ts'
import { ordersMay } from '../permissions.ts'

const postDecision = post(
  '/api/admin/payments/:id/reversal',
  {
    summary: 'Decide, once, what becomes of a payment that its gateway took back',
    who: ordersMay.refund,
    keyed: true,
    params: z.object({ id }),
    body: z.strictObject({
      decision: z.enum(reversalDecisions).openapi({
        description: 'Take back what its order brought; leave it; take the amount from the wallet',
      }),
      reason: line(200),
    }),
    data: nothing,
    refuses: [reversalDecided, insufficientFunds],
  },
  async ({ cmd, params: { id: paymentId }, body }) => {
    await decideOnReversal(cmd, { paymentId, ...body })
    return {}
  },
)

export const reversalRoutes: readonly Route[] = [postDecision]
