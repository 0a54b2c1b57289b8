import { accountById, disableAccount, enableAccount, type Account } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { setPassword } from '../mail-codes/index.ts'
import { demand, type Command } from '../../platform/command.ts'
import { notFound } from '../../platform/refusals.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { endAllOf } from './end-sessions.ts'

export interface AccountChange {
  readonly accountId: string
  readonly disabled?: boolean | undefined
  readonly password?: string | undefined
}

/** An operator disables an account, enables it again, or sets a new password; its sessions end with the change. */
export async function changeAccount(cmd: Command, input: AccountChange): Promise<Account> {
  demand(cmd, 'accounts.write')
  const { accountId, disabled, password } = input
  const hash = password === undefined ? undefined : await cmd.ground.passwords.hash(password)
  return inTransaction(cmd, async (tx) => {
    const before = await accountById(tx, accountId)
    if (!before) throw notFound()
    if (disabled === true) await disableAccount(tx, cmd, accountId)
    if (disabled === false) await enableAccount(tx, cmd, accountId)
    if (hash !== undefined) await setPassword(tx, cmd, { accountId, hash })
    if (disabled || hash !== undefined) {
      await endAllOf(tx, cmd, accountId, disabled ? 'account_disabled' : 'password_changed')
    }
    const after = await accountById(tx, accountId)
    if (!after) throw notFound()
    await record(tx, cmd, {
      action: 'accounts.changed',
      subject: { kind: 'account', id: accountId },
      before: { disabled_at: before.disabledAt },
      after: { disabled_at: after.disabledAt, ...(hash !== undefined && { password_was_reset: true }) },
    })
    return after
  })
}
