import { isUsername, nameKey, nameText } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import { constraintOf, type Tx } from '../../../platform/db.ts'
import { usernameGiven, usernameTaken } from './errors.ts'
import { accountForLogin, saveUsername, type Account } from './queries.ts'

/** Gives an account that has none a sign-in name, inside the caller's transaction. */
export async function setUsername(
  tx: Tx,
  _cmd: Command,
  { accountId: id, username }: { readonly accountId: string; readonly username: string },
): Promise<void> {
  const name = { id, username: nameText(username), usernameKey: nameKey(username) }
  try {
    if ((await saveUsername.run(tx, name)) === 0) throw usernameGiven()
  } catch (error) {
    if (constraintOf(error) === 'accounts_account_username_key_unique') throw usernameTaken()
    throw error
  }
}

/** Lets an account without a sign-in name sign in by its display name, where that obeys the rules and nobody has it. */
export async function nameByDisplayName(
  tx: Tx,
  cmd: Command,
  { id, usernameKey, displayName }: Account,
): Promise<void> {
  if (usernameKey !== null || displayName === null || !isUsername(displayName)) return
  if (await accountForLogin(tx, nameKey(displayName))) return
  await setUsername(tx, cmd, { accountId: id, username: displayName })
}
