import { accountById, changeProfile, type Account } from '../accounts/index.ts'
import { setPassword } from '../mail-codes/index.ts'
import type { CustomerCommand } from '../../platform/command.ts'
import { invalidCredentials, notFound } from '../../platform/refusals.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { endAllOf } from './end-sessions.ts'

export interface MyChange {
  readonly email?: string | null | undefined
  readonly displayName?: string | null | undefined
  readonly password?: string | undefined
  /** Needed for a new password. */
  readonly oldPassword?: string | undefined
}

/** Changes the caller's own profile. A new password ends every other session of the account. */
export async function changeMe(cmd: CustomerCommand, input: MyChange): Promise<Account> {
  const { passwords, db } = cmd.ground
  const { password, oldPassword, email, displayName } = input
  const accountId = cmd.actor.id
  const verified = password === undefined ? undefined : (await accountById(db, accountId))?.passwordHash
  if (password !== undefined && !(await passwords.verify(oldPassword ?? '', verified)))
    throw invalidCredentials()
  const hash = password === undefined ? undefined : await passwords.hash(password)
  return inTransaction(cmd, async (tx) => {
    if (hash !== undefined) {
      await setPassword(tx, cmd, { accountId, hash, verified: verified ?? undefined })
      await endAllOf(tx, cmd, accountId, 'password_changed', cmd.actor.sessionId)
    }
    const account = await changeProfile(tx, cmd, { accountId, email, displayName })
    if (!account) throw notFound()
    return account
  })
}
