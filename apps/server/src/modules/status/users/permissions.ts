import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const statusMay = {
  read: permission('status.read', 'finance', 'support'),
  write: permission('status.write', 'support'),
  recharge: permission('status.recharge', 'support'),
  reveal: permission('status.reveal', 'support'),
}
