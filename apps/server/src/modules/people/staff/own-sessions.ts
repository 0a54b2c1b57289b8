import { record } from '../../core/audit/index.ts'
import type { Command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { livingSince, type StaffActor } from './authenticate-staff.ts'
import { endSessionById, livingSessions, type Session } from './queries.ts'

/** Where the caller is signed in, newest first. */
export const ownSessions = ({ actor, services, now }: Command<StaffActor>): Promise<Session[]> =>
  livingSessions.all(services.db, { staffId: actor.id, ...livingSince(services.settings.session, now) })

/** Ends one of the caller's own sessions; another member's looks as if it didn't exist. */
export function endOwnSession(
  cmd: Command<StaffActor>,
  { sessionId: id }: { readonly sessionId: string },
): Promise<void> {
  const staffId = cmd.actor.id
  return inTransaction(cmd, 'staff.end_own_session', async (tx) => {
    if ((await endSessionById.run(tx, { id, staffId, now: cmd.now })) === 0) throw notFound()
    const subject = { kind: 'staff', id: staffId }
    await record(tx, cmd, { action: 'staff.session_ended', subject, before: { session_id: id } })
  })
}
