import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. Support works without money. */
export const invoicesMay = {
  read: permission('invoices.read', 'finance'),
  manage: permission('invoices.manage', 'finance'),
}
