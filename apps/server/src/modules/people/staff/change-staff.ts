import { staffMay } from './permissions.ts'
import { record } from '../../core/audit/index.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { lastOwner } from './errors.ts'
import type { Role } from '../../../platform/permission.ts'
import { leavesNoOwner } from './model.ts'
import { endSessions, lockMember, lockOwners, saveStanding, type Member } from './queries.ts'

export interface StaffChange {
  readonly id: string
  readonly role?: Role | undefined
  readonly disabled?: boolean | undefined
}

/** Gives staff another role, disables or enables them. The last owner who can sign in stays, even when two try at once. */
export function changeStaff(cmd: Command, { id, role, disabled }: StaffChange): Promise<Member> {
  demand(cmd, staffMay.manage)
  return inTransaction(cmd, 'staff.change_staff', async (tx) => {
    const owners = await lockOwners.all(tx, {})
    const before = await lockMember.first(tx, { id })
    if (!before) throw notFound()
    const disabledAt =
      disabled === undefined ? before.disabledAt : disabled ? (before.disabledAt ?? cmd.now) : null
    const after = await saveStanding.one(tx, { id, role: role ?? before.role, disabledAt })
    if (leavesNoOwner(owners, after)) throw lastOwner()
    if (after.disabledAt) await endSessions.run(tx, { staffId: id, keep: null, now: cmd.now })
    await record(tx, cmd, {
      action: 'staff.changed',
      subject: { kind: 'staff', id },
      before: { role: before.role, disabled_at: before.disabledAt },
      after: { role: after.role, disabled_at: after.disabledAt },
    })
    return after
  })
}
