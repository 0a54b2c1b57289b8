import type { Module } from '../../../platform/module.ts'
import { staffJobs } from './jobs.ts'
import { staffRoutes } from './rest.ts'

export { authenticateStaff } from './authenticate-staff.ts'
export { changeStaff } from './change-staff.ts'
export { createOwner, type CreatedOwner } from './create-owner.ts'
export { createStaff } from './create-staff.ts'
export { roles, type Role } from '../../../platform/permission.ts'
export { permissionsOf } from './roles.ts'
export { listStaff, memberByName, ownerNotSeen } from './queries.ts'
export { resetStaffPassword } from './reset-staff-password.ts'
export { turnOffTotp } from './turn-off-totp.ts'
export { newStaff, presentMember } from './rest.ts'

export const staff = { routes: staffRoutes, jobs: staffJobs } satisfies Module
