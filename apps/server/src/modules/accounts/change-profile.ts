import type { Command } from '../../platform/command.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/outbox.ts'
import { emailMissing } from './errors.ts'
import { addressGiven } from './events.ts'
import { profileAfter, type ProfileChange } from './model.ts'
import { lockAccount, saveProfile, type Account } from './queries.ts'

/**
 * Changes an account's profile inside of the caller's transaction; undefined when there is no such account.
 * Another address is unverified from the same moment.
 */
export async function changeProfile(
  tx: Tx,
  cmd: Command,
  input: ProfileChange & { readonly accountId: string },
): Promise<Account | undefined> {
  if (cmd.ground.settings.verification.email_required && input.email === null) throw emailMissing()
  const before = await lockAccount.first(tx, { id: input.accountId })
  if (!before) return undefined
  const after = profileAfter(before, input)
  if (after.emailKey !== null && after.emailKey !== before.emailKey) {
    await publish(tx, cmd, addressGiven({ account_id: before.id, language: cmd.language }))
  }
  return saveProfile.one(tx, { id: before.id, ...after })
}
