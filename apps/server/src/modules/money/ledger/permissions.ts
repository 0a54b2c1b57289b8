import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const ledgerMay = {
  read: permission('ledger.read', 'finance'),
  adjust: permission('ledger.adjust', 'finance'),
}
