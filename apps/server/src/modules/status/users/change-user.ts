import { statusMay } from './permissions.ts'
import type { UserChange } from '@lessor/status'
import { demand, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { accountById, changeNote, changeProfile, nameOf, type Account } from '../../people/accounts/index.ts'
import { record } from '../../core/audit/index.ts'

/** Changes what a user is called, or the operators' note; undefined when there is no such account. */
export function changeUser(cmd: Command, change: UserChange): Promise<Account | undefined> {
  demand(cmd, statusMay.write)
  const { userId: accountId, username: displayName, note } = change
  return inTransaction(cmd, 'status.change_user', async (tx) => {
    const before = await accountById(tx, accountId)
    if (!before) return undefined
    if (displayName !== undefined) await changeProfile(tx, cmd, { accountId, displayName })
    if (note !== undefined) await changeNote(tx, cmd, { accountId, note })
    const after = await accountById(tx, accountId)
    if (!after) return undefined
    await record(tx, cmd, {
      action: 'status.user_changed',
      subject: { kind: 'account', id: accountId },
      before: { username: nameOf(before), note: before.note },
      after: { username: nameOf(after), note: after.note },
    })
    return after
  })
}
