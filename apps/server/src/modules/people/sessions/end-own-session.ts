import type { CustomerCommand } from '../../../platform/command.ts'
import { notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { endThese } from './end-sessions.ts'
import { sessionById } from './queries.ts'

/** A customer signs out one of their own devices; another account's is "not found". */
export function endOwnSession(cmd: CustomerCommand, input: { sessionId: string }): Promise<void> {
  return inTransaction(cmd, 'sessions.end_own_session', async (tx) => {
    const session = await sessionById.first(tx, { id: input.sessionId })
    if (session?.accountId !== cmd.actor.id || session.endedAt) throw notFound()
    await endThese(tx, cmd, [session.id], 'logout')
  })
}
