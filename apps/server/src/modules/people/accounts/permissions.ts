import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const accountsMay = {
  read: permission('accounts.read'),
  write: permission('accounts.write'),
}
