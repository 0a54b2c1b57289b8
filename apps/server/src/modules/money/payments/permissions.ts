import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const paymentsMay = {
  read: permission('payments.read', 'finance', 'support'),
  confirm: permission('payments.confirm', 'finance'),
}
