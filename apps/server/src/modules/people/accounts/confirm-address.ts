import type { Command } from '../../../platform/command.ts'
import { constraintOf, type Tx } from '../../../platform/db.ts'
import type { ChangedAccount } from './change-profile.ts'
import { emailTaken } from './errors.ts'
import { unverifiedMailbox, type Mailbox } from './model.ts'
import { lockAccount, saveVerified, type Account } from './queries.ts'

/**
 * Makes the address that waited the account's verified one, inside the caller's transaction; undefined when another
 * one waits by now. An address belongs to the first that verifies it: the next one is refused.
 */
export async function confirmAddress(
  tx: Tx,
  cmd: Command,
  { accountId, emailKey }: { readonly accountId: string; readonly emailKey: string },
): Promise<ChangedAccount | undefined> {
  const before = await lockAccount.first(tx, { id: accountId })
  if (!before) return undefined
  const waiting = unverifiedMailbox(before)
  if (waiting?.emailKey !== emailKey) return undefined
  return { before, after: await setVerified(tx, cmd, accountId, waiting) }
}

/** Gives an account a verified address, whichever it had, inside the caller's transaction. */
export async function setVerified(tx: Tx, cmd: Command, id: string, mailbox: Mailbox): Promise<Account> {
  const { email, emailKey } = mailbox
  try {
    return await saveVerified.one(tx, { id, email, emailKey, now: cmd.now })
  } catch (error) {
    if (constraintOf(error) === 'accounts_account_email') throw emailTaken()
    throw error
  }
}
