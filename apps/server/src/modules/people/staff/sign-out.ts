import { record } from '../../core/audit/index.ts'
import type { Command } from '../../../platform/command.ts'
import { tokenHash } from '../../../platform/secrets.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { StaffActor } from './authenticate-staff.ts'
import { endSession } from './queries.ts'

/** Ends the session of a token. */
export function signOut(cmd: Command<StaffActor>, input: { readonly token: string }): Promise<void> {
  return inTransaction(cmd, 'staff.sign_out', async (tx) => {
    const ended = await endSession.run(tx, { tokenHash: tokenHash(input.token), now: cmd.now })
    if (!ended) return
    await record(tx, cmd, { action: 'staff.signed_out', subject: { kind: 'staff', id: cmd.actor.id } })
  })
}
