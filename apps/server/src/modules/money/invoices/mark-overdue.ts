import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { setOverdue } from './queries.ts'

/** Marks issued invoices whose day has passed. */
export async function markOverdue(cmd: Command): Promise<void> {
  const late = await inTransaction(cmd, 'invoices.mark_overdue', (tx) => setOverdue.all(tx, { now: cmd.now }))
  if (late.length > 0) cmd.log.info({ count: late.length }, 'invoices are overdue')
}
