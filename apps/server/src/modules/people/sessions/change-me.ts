import { accountById, changeProfile, type Account } from '../accounts/index.ts'
import { offerUndo, setPassword } from '../mail-codes/index.ts'
import type { CustomerCommand } from '../../../platform/command.ts'
import { demandOwnPassword } from '../../../platform/own-password.ts'
import { invalidCredentials, notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { endAllOf } from './end-sessions.ts'
import { oldPasswordMissing } from './errors.ts'
import { isFresh } from './model.ts'
import { sessionById } from './queries.ts'

export interface MyChange {
  readonly email?: string | null | undefined
  readonly displayName?: string | null | undefined
  readonly password?: string | undefined
  /** Needed for a new password, and for another address. */
  readonly oldPassword?: string | undefined
}

/**
 * Changes the caller's own profile. A new password ends every other session of the account; another address counts
 * once it is verified, and the previous address is notified.
 */
export async function changeMe(cmd: CustomerCommand, input: MyChange): Promise<Account> {
  const { passwords, db } = cmd.services
  const { password, oldPassword, email, displayName } = input
  const accountId = cmd.actor.id
  const account = await accountById(db, accountId)
  if (!account) throw notFound()
  const proven = (await needsPassword(cmd, account, input)) ? account.passwordHash : undefined
  if (proven !== undefined) {
    if (oldPassword === undefined) throw oldPasswordMissing()
    await demandOwnPassword(cmd, oldPassword, proven)
  }
  const hash = password === undefined ? undefined : await passwords.hash(password)
  return inTransaction(cmd, 'sessions.change_me', async (tx) => {
    const changed = await changeProfile(tx, cmd, { accountId, email, displayName })
    if (!changed) throw notFound()
    // Another password has taken its place while it was being checked.
    if (proven !== undefined && changed.before.passwordHash !== proven) throw invalidCredentials()
    await offerUndo(tx, cmd, changed)
    if (hash !== undefined) {
      await setPassword(tx, cmd, { accountId, hash })
      await endAllOf(tx, cmd, accountId, 'password_changed', cmd.actor.sessionId)
    }
    return changed.after
  })
}

/** A session alone changes no password and no address; who has signed in just now may give a first address. */
async function needsPassword(cmd: CustomerCommand, account: Account, change: MyChange): Promise<boolean> {
  if (change.password !== undefined) return true
  const { email } = change
  if (email === undefined || (email === account.email && account.pendingEmail === null)) return false
  if (account.emailVerifiedAt !== null) return true
  const session = await sessionById.first(cmd.services.db, { id: cmd.actor.sessionId })
  return !session || !isFresh(session.createdAt, cmd.now)
}
