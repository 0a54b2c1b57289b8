import { staffMay } from './permissions.ts'
import { record } from '../../core/audit/index.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { endSessions, lockMember, savePassword } from './queries.ts'

/** Gives staff a new password without the old one; all their sessions end, and failed tries of the name count no more. */
export async function resetStaffPassword(
  cmd: Command,
  input: { readonly id: string; readonly password: string },
): Promise<void> {
  demand(cmd, staffMay.manage)
  const hash = await cmd.services.passwords.hash(input.password)
  await inTransaction(cmd, 'staff.reset_staff_password', async (tx) => {
    const member = await lockMember.first(tx, { id: input.id })
    if (!member) throw notFound()
    await savePassword.run(tx, { id: member.id, hash })
    await cmd.services.guesses.forget(tx, 'staffSignIn', member.usernameKey)
    await cmd.services.guesses.forget(tx, 'secondFactor', member.id)
    await endSessions.run(tx, { staffId: member.id, keep: null, now: cmd.now })
    await record(tx, cmd, { action: 'staff.password_reset', subject: { kind: 'staff', id: member.id } })
  })
}
