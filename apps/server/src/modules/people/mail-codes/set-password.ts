import { savePassword, type NewPassword } from '../accounts/index.ts'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { publish } from '../../../platform/outbox.ts'
import { invalidCredentials, notFound } from '../../../platform/refusals.ts'
import { passwordChanged } from './events.ts'
import { voidResetCodes } from './queries.ts'

/**
 * Changes an account's password inside the caller's transaction, voids mailed codes that could set one, and
 * notifies the holder.
 * Ending sessions and recording who did it is the caller's: only it knows why.
 */
export async function setPassword(tx: Tx, cmd: Command, input: NewPassword): Promise<void> {
  await voidResetCodes.run(tx, { accountId: input.accountId, now: cmd.now })
  if (!(await savePassword(tx, input))) throw input.verified === undefined ? notFound() : invalidCredentials()
  await publish(tx, cmd, passwordChanged({ account_id: input.accountId, language: cmd.language }))
}
