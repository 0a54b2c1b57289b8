import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const ordersMay = {
  read: permission('orders.read', 'finance', 'support'),
  cancel: permission('orders.cancel', 'finance', 'support'),
  refund: permission('orders.refund', 'finance'),
}
