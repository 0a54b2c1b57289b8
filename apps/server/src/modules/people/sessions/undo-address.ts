import { record } from '../../core/audit/index.ts'
import { redeemUndo, setPassword } from '../mail-codes/index.ts'
import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { endAllOf } from './end-sessions.ts'

/** Undoes a change of address with the link that was mailed to the old one: sets a new password, ends every session. */
export async function undoAddress(
  cmd: Command,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<void> {
  const hash = await cmd.services.passwords.hash(password)
  await inTransaction(cmd, 'sessions.undo_address', async (tx) => {
    const accountId = await redeemUndo(tx, cmd, token)
    await setPassword(tx, cmd, { accountId, hash })
    await endAllOf(tx, cmd, accountId, 'password_changed')
    await record(tx, cmd, { action: 'accounts.address_undone', subject: { kind: 'account', id: accountId } })
  })
}
