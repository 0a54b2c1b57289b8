import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { notFound } from '../../../platform/refusals.ts'
import { saveDisabled } from './queries.ts'

/** Bars an account from signing in, inside the caller's transaction, which ends its sessions and records who did it. */
export const disableAccount = (tx: Tx, cmd: Command, accountId: string) => save(tx, accountId, cmd.now)

/** Lets a disabled account sign in again. */
export const enableAccount = (tx: Tx, _cmd: Command, accountId: string) => save(tx, accountId, null)

async function save(tx: Tx, id: string, at: Date | null): Promise<void> {
  if ((await saveDisabled.run(tx, { id, at })) === 0) throw notFound()
}
