import { sessionsMay } from './permissions.ts'
import { record } from '../../core/audit/index.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { endThese } from './end-sessions.ts'
import { sessionById } from './queries.ts'

/** An operator ends one session. */
export function endSession(cmd: Command, input: { sessionId: string }): Promise<void> {
  demand(cmd, sessionsMay.end)
  return inTransaction(cmd, 'sessions.end_session', async (tx) => {
    const session = await sessionById.first(tx, { id: input.sessionId })
    const ended = await endThese(tx, cmd, [input.sessionId], 'ended_by_staff')
    if (!session || ended.length === 0) throw notFound()
    await record(tx, cmd, {
      action: 'sessions.ended',
      subject: { kind: 'session', id: session.id },
      before: { account_id: session.accountId, hardware_code: session.hardwareCode },
    })
  })
}
