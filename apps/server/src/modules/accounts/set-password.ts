import type { Command } from '../../platform/command.ts'
import type { Tx } from '../../platform/db.ts'
import { notFound } from '../../platform/refusals.ts'
import { savePassword } from './queries.ts'

/**
 * Gives an account another password inside of the caller's transaction, and voids mailed codes that could set one.
 * Ending sessions and recording who did it is the caller's: only it knows why.
 */
export async function setPassword(tx: Tx, cmd: Command, accountId: string, hash: string): Promise<void> {
  if ((await savePassword.run(tx, { id: accountId, hash, now: cmd.now })) === 0) throw notFound()
}
