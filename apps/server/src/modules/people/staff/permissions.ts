import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const staffMay = {
  read: permission('staff.read'),
  manage: permission('staff.manage'),
}
