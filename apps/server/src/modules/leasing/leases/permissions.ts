import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const leasesMay = {
  read: permission('leases.read', 'finance', 'support'),
  grant: permission('leases.grant', 'support'),
}
