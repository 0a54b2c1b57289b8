import { redeemResetCode, setPassword, type Asker } from '../mail-codes/index.ts'
import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { endAllOf } from './end-sessions.ts'

export interface PasswordReset extends Asker {
  readonly code: string
  readonly password: string
}

/** Sets a new password with a code that was mailed; every session of the account ends. */
export async function resetPassword(cmd: Command, input: PasswordReset): Promise<void> {
  const hash = await cmd.services.passwords.hash(input.password)
  const { accountId, refusal } = await inTransaction(cmd, 'sessions.reset_password', async (tx) => {
    const outcome = await redeemResetCode(tx, cmd, input)
    if (outcome.accountId === undefined) return outcome
    await setPassword(tx, cmd, { accountId: outcome.accountId, hash })
    await endAllOf(tx, cmd, outcome.accountId, 'password_changed')
    return outcome
  })
  // A wrong code is counted, so its transaction commits; the refusal comes after.
  if (accountId === undefined) throw refusal
}
