import { record } from '../../core/audit/index.ts'
import type { Command } from '../../../platform/command.ts'
import { demandOwnPassword } from '../../../platform/own-password.ts'
import { invalidCredentials } from '../../../platform/refusals.ts'
import { tokenHash } from '../../../platform/secrets.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { StaffActor } from './authenticate-staff.ts'
import { endSessions, lockMember, memberById, savePassword } from './queries.ts'

export interface PasswordChange {
  readonly oldPassword: string
  readonly newPassword: string
  /** Of the session that stays open. */
  readonly token: string
}

/** Changes the caller's own password; every other session of theirs ends. */
export async function changeOwnPassword(cmd: Command<StaffActor>, input: PasswordChange): Promise<void> {
  const { db, passwords } = cmd.services
  const { id } = cmd.actor
  const { passwordHash } = await memberById.one(db, { id })
  await demandOwnPassword(cmd, input.oldPassword, passwordHash)
  const hash = await passwords.hash(input.newPassword)
  await inTransaction(cmd, 'staff.change_own_password', async (tx) => {
    const member = await lockMember.one(tx, { id })
    if (member.passwordHash !== passwordHash) throw invalidCredentials()
    await savePassword.run(tx, { id, hash })
    await endSessions.run(tx, { staffId: id, keep: tokenHash(input.token), now: cmd.now })
    await record(tx, cmd, { action: 'staff.password_changed', subject: { kind: 'staff', id } })
  })
}
