import { newId } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import { createStaff } from './create-staff.ts'
import type { Role } from '../../../platform/permission.ts'
import type { Member } from './queries.ts'

/** The password of everybody who is hired. */
export const staffPassword = 'a staff password'

/** A staff member with a role, ready to sign in; `cmd` is the system's or an owner's. */
export const hire = (cmd: Command, role: Role, username = `${role}-${newId().slice(-8)}`): Promise<Member> =>
  createStaff(cmd, { username, password: staffPassword, role })
