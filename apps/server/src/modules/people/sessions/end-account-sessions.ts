import { sessionsMay } from './permissions.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { accountById } from '../accounts/index.ts'
import { record } from '../../core/audit/index.ts'
import { endAllOf } from './end-sessions.ts'

/** An operator puts all of an account's devices and browsers out at once; answers how many. */
export function endAccountSessions(cmd: Command, input: { accountId: string }): Promise<number> {
  demand(cmd, sessionsMay.end)
  const { accountId: id } = input
  return inTransaction(cmd, 'sessions.end_account_sessions', async (tx) => {
    const account = await accountById(tx, id)
    if (!account) throw notFound()
    const { length: ended } = await endAllOf(tx, cmd, id, 'ended_by_staff')
    if (ended > 0) {
      await record(tx, cmd, {
        action: 'sessions.all_ended',
        subject: { kind: 'account', id },
        after: { ended },
      })
    }
    return ended
  })
}
