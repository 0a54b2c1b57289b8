import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { publish } from '../../../platform/outbox.ts'
import { displayNameMissing, emailMissing } from './errors.ts'
import { addressGiven } from './events.ts'
import { profileAfter, unverifiedMailbox, type ProfileChange } from './model.ts'
import { lockAccount, saveProfile, type Account } from './queries.ts'

export interface ChangedAccount {
  readonly before: Account
  readonly after: Account
}

/**
 * Changes an account's profile inside the caller's transaction; undefined when there is no such account. Another
 * address counts once it is verified.
 */
export async function changeProfile(
  tx: Tx,
  cmd: Command,
  input: ProfileChange & { readonly accountId: string },
): Promise<ChangedAccount | undefined> {
  if (cmd.services.settings.verification.email_required && input.email === null) throw emailMissing()
  const before = await lockAccount.first(tx, { id: input.accountId })
  if (!before) return undefined
  if (input.displayName === null && before.usernameKey === null) throw displayNameMissing()
  const { displayName, ...addresses } = profileAfter(before, input)
  const unverified = unverifiedMailbox(addresses)
  if (unverified && unverified.emailKey !== unverifiedMailbox(before)?.emailKey) {
    await publish(tx, cmd, addressGiven({ account_id: before.id, language: cmd.language }))
  }
  return { before, after: await saveProfile.one(tx, { id: before.id, displayName, ...addresses }) }
}
