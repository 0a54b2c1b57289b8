import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const leasesMay = {
  read: permission('leases.read'),
  grant: permission('leases.grant'),
}
