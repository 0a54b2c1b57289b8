import type { Command } from '../../../../platform/command.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import type { Received } from '../../../money/payments/index.ts'
import { noteReversed } from '../queries.ts'

/** Marks the order whose payment a gateway took back. */
export const markReversed = (cmd: Command, { for_kind: kind, for_id: id }: Received): Promise<void> =>
  inTransaction(cmd, 'orders.mark_reversed', async (tx) => {
    if (kind === 'order') await noteReversed.run(tx, { id, now: cmd.now })
  })
