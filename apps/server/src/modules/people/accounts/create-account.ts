import { displayNameText, nameKey, nameText, newId } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { usernameTaken } from './errors.ts'
import { emailKey } from './model.ts'
import { insertAccount, type Account } from './queries.ts'

export interface NewAccount {
  /** With `createdAt`, of an account that comes from elsewhere. */
  readonly id?: string
  readonly createdAt?: Date
  /** What its holder signs in by; without one there is a display name. */
  readonly username?: string | undefined
  readonly displayName?: string | undefined
  /** Absent: the account has no sign-in. */
  readonly passwordHash?: string | undefined
  readonly email?: string | undefined
  /** For the operators' eyes. */
  readonly note?: string | undefined
}

/** Makes an account inside the caller's transaction; of two with the same sign-in name, one is refused. */
export async function createAccount(tx: Tx, cmd: Command, input: NewAccount): Promise<Account> {
  const made = await addAccount(tx, cmd, input)
  if (!made) throw usernameTaken()
  return made
}

/** The same; undefined when the name is taken, and the transaction can continue. */
export function addAccount(tx: Tx, cmd: Command, input: NewAccount): Promise<Account | undefined> {
  const { username, passwordHash = null, email = null, note = '' } = input
  const displayName = input.displayName === undefined ? null : displayNameText(input.displayName)
  const name = username === undefined ? displayName : nameText(username)
  if (name === null) throw new Error('An account needs a name')
  return insertAccount.first(tx, {
    id: input.id ?? newId(),
    username: name,
    usernameKey: username === undefined ? null : nameKey(username),
    displayName,
    passwordHash,
    email,
    emailKey: email === null ? null : emailKey(email),
    note,
    now: input.createdAt ?? cmd.now,
  })
}
