import { nameKey, nameText } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import { constraintOf, type Tx } from '../../../platform/db.ts'
import { usernameGiven, usernameTaken } from './errors.ts'
import { saveUsername } from './queries.ts'

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
