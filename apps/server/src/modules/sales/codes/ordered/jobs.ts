import { listener } from '../../../../platform/jobs.ts'
import { giveUpOrder, orderPaidType } from '../../orders/index.ts'
import { issueOrdered } from './issue-ordered.ts'

export const orderedJobs = [
  listener(
    'codes.issue_ordered',
    orderPaidType,
    async (cmd, { order_id: id, kind }) => (kind === 'codes' ? issueOrdered(cmd, id) : undefined),
    {
      onGivenUp: (cmd, { order_id: orderId }) =>
        giveUpOrder(cmd, { orderId, reason: 'The codes could not be issued.' }),
    },
  ),
]
