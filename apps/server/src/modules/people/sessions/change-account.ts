import {
  accountById,
  changeNote,
  changeProfile,
  disableAccount,
  enableAccount,
  nameByDisplayName,
  setUsername,
  type Account,
  accountsMay,
} from '../accounts/index.ts'
import { record } from '../../core/audit/index.ts'
import { offerUndo, setPassword } from '../mail-codes/index.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/refusals.ts'
import type { Tx } from '../../../platform/db.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { endAllOf } from './end-sessions.ts'

export interface AccountChange {
  readonly accountId: string
  readonly disabled?: boolean | undefined
  readonly password?: string | undefined
  /** Only where there is none yet. */
  readonly username?: string | undefined
  readonly displayName?: string | null | undefined
  readonly email?: string | null | undefined
  readonly note?: string | undefined
}

/**
 * An operator changes an account. Disabling it or setting a password ends its sessions. With its first password an account
 * without a sign-in name gets its display name as one, if it can be one and is free. Another address counts once it
 * is verified, and the verified one before gets a mail, as when its holder changes it.
 */
export async function changeAccount(cmd: Command, input: AccountChange): Promise<Account> {
  demand(cmd, accountsMay.write)
  const { accountId, disabled, password } = input
  const hash = password === undefined ? undefined : await cmd.services.passwords.hash(password)
  return inTransaction(cmd, 'sessions.change_account', async (tx) => {
    const before = await accountById(tx, accountId)
    if (!before) throw notFound()
    if (disabled === true) await disableAccount(tx, cmd, accountId)
    if (disabled === false) await enableAccount(tx, cmd, accountId)
    if (hash !== undefined) {
      await setPassword(tx, cmd, { accountId, hash })
      if (input.username === undefined) await nameByDisplayName(tx, cmd, before)
    }
    if (disabled || hash !== undefined) {
      await endAllOf(tx, cmd, accountId, disabled ? 'account_disabled' : 'password_changed')
    }
    await changeFacts(tx, cmd, input)
    const after = await accountById(tx, accountId)
    if (!after) throw notFound()
    await record(tx, cmd, {
      action: 'accounts.changed',
      subject: { kind: 'account', id: accountId },
      before: seenOf(before),
      after: { ...seenOf(after), ...(hash !== undefined && { password_was_reset: true }) },
    })
    return after
  })
}

async function changeFacts(tx: Tx, cmd: Command, change: AccountChange): Promise<void> {
  const { accountId, username, displayName, email, note } = change
  if (username !== undefined) await setUsername(tx, cmd, { accountId, username })
  if (note !== undefined) await changeNote(tx, cmd, { accountId, note })
  if (displayName === undefined && email === undefined) return
  const changed = await changeProfile(tx, cmd, { accountId, displayName, email })
  if (changed) await offerUndo(tx, cmd, changed)
}

/** What the audit log has of an account. */
const seenOf = (account: Account) => ({
  disabled_at: account.disabledAt,
  username: account.usernameKey === null ? null : account.username,
  display_name: account.displayName,
  email: account.pendingEmail ?? account.email,
  note: account.note,
})
