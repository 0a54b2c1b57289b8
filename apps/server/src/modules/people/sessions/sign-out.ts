import type { CustomerCommand } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { endThese } from './end-sessions.ts'

/** Ends the caller's own session. */
export function signOut(cmd: CustomerCommand): Promise<string[]> {
  return inTransaction(cmd, 'sessions.sign_out', (tx) => endThese(tx, cmd, [cmd.actor.sessionId], 'logout'))
}
