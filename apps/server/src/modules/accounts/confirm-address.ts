import type { Command } from '../../platform/command.ts'
import { constraintOf, type Tx } from '../../platform/db.ts'
import { emailTaken } from './errors.ts'
import { saveVerified } from './queries.ts'

/**
 * Holds an account's address for verified, inside of the caller's transaction; false when the account has another one
 * by now. An address belongs to the first that verifies it: the next one is refused.
 */
export async function confirmAddress(
  tx: Tx,
  cmd: Command,
  { accountId: id, emailKey }: { readonly accountId: string; readonly emailKey: string },
): Promise<boolean> {
  try {
    return (await saveVerified.run(tx, { id, emailKey, now: cmd.now })) > 0
  } catch (error) {
    if (constraintOf(error) === 'accounts_account_email') throw emailTaken()
    throw error
  }
}
