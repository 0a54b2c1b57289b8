import { setVerified } from '../accounts/index.ts'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { tokenHash } from '../../../platform/secrets.ts'
import { undoLinkWrong } from './errors.ts'
import { lockUndo, spendUndo } from './queries.ts'

/**
 * Makes the address that a link was mailed to the account's verified one again, inside the caller's transaction, and
 * answers whose. It works once, and links of later changes stop working.
 */
export async function redeemUndo(tx: Tx, cmd: Command, token: string): Promise<string> {
  const undo = await lockUndo.first(tx, { tokenHash: tokenHash(token), now: cmd.now })
  if (!undo) throw undoLinkWrong()
  const { id, accountId } = undo
  await spendUndo.run(tx, { id, accountId, now: cmd.now })
  await setVerified(tx, cmd, accountId, undo)
  return accountId
}
