import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const accountsMay = {
  read: permission('accounts.read', 'finance', 'support'),
  write: permission('accounts.write', 'support'),
}
