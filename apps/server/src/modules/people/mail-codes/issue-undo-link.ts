import { accountById } from '../accounts/index.ts'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { newToken, tokenHash } from '../../../platform/secrets.ts'
import { masked } from './model.ts'
import { saveUndoToken } from './queries.ts'

export interface UndoLink {
  /** In the clear, here only: the database has its hash. */
  readonly token: string
  readonly expiresAt: Date
  /** Whose mailbox it goes to. */
  readonly email: string
  readonly username: string
  /** The address that takes its place, masked; null: none. */
  readonly newEmail: string | null
}

/** Makes the token of an offered undo, inside the transaction that writes the mail; undefined when it is void. */
export async function issueUndoLink(tx: Tx, _cmd: Command, undoId: string): Promise<UndoLink | undefined> {
  const token = newToken()
  const undo = await saveUndoToken.first(tx, { id: undoId, tokenHash: tokenHash(token) })
  const account = undo && (await accountById(tx, undo.accountId))
  if (!account) return undefined
  const newEmail = account.pendingEmail ?? account.email
  return {
    token,
    expiresAt: undo.expiresAt,
    email: undo.email,
    username: account.username,
    newEmail: newEmail && masked(newEmail),
  }
}
