import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const couponsMay = {
  read: permission('coupons.read', 'finance', 'support'),
  edit: permission('coupons.edit', 'finance'),
}
