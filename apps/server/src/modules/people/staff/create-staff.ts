import { staffMay } from './permissions.ts'
import { nameKey, nameText, newId } from '@lessor/kit'
import { record } from '../../core/audit/index.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { staffUsernameTaken } from './errors.ts'
import type { Role } from '../../../platform/permission.ts'
import { insertMember, type Member } from './queries.ts'

export interface NewStaff {
  readonly username: string
  readonly password: string
  readonly role: Role
}

/** Adds a staff member under a name that no other has, whatever its case. */
export async function createStaff(cmd: Command, input: NewStaff): Promise<Member> {
  demand(cmd, staffMay.manage)
  const row = await rowOf(cmd, input)
  return inTransaction(cmd, 'staff.create_staff', async (tx) => {
    const member = await insertMember.first(tx, row)
    if (!member) throw staffUsernameTaken()
    const after = { username: member.username, role: member.role }
    await record(tx, cmd, { action: 'staff.created', subject: { kind: 'staff', id: member.id }, after })
    return member
  })
}

/** The row of a new member, its password hashed. */
export const rowOf = async (cmd: Command, { username, password, role }: NewStaff) => ({
  id: newId(),
  username: nameText(username),
  usernameKey: nameKey(username),
  passwordHash: await cmd.services.passwords.hash(password),
  role,
  createdAt: cmd.now,
})
