import type { Command } from '../../platform/command.ts'
import type { Tx } from '../../platform/db.ts'
import { invalidCredentials, notFound } from '../../platform/refusals.ts'
import { savePassword } from './queries.ts'

export interface NewHash {
  readonly accountId: string
  readonly hash: string
  /** The hash that the old password was checked with: refused when another one has taken its place since. */
  readonly verified?: string | undefined
}

/**
 * Gives an account another password inside of the caller's transaction, and voids mailed codes that could set one.
 * Ending sessions and recording who did it is the caller's: only it knows why.
 */
export async function setPassword(
  tx: Tx,
  cmd: Command,
  { accountId, hash, verified }: NewHash,
): Promise<void> {
  const changed = await savePassword.run(tx, {
    id: accountId,
    hash,
    verified: verified ?? null,
    now: cmd.now,
  })
  if (changed === 0) throw verified === undefined ? notFound() : invalidCredentials()
}
