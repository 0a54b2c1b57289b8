import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const statusMay = {
  read: permission('status.read'),
  write: permission('status.write'),
  recharge: permission('status.recharge'),
  reveal: permission('status.reveal'),
}
