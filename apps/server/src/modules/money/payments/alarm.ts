import { withoutKey, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { raiseAlert } from '../../core/alerts/index.ts'
import { doubtKey } from './clear-doubts.ts'

/** Tells staff of money that doesn't fit, or of a notice that somebody forged; once for each payment or gateway. */
export function alarm(
  cmd: Command,
  of: { readonly id: string; readonly reference?: string; readonly gateway: string },
  wrong: string,
): Promise<boolean> {
  const what = of.reference ?? ''
  return inTransaction(withoutKey(cmd), 'payments.alarm', (tx) =>
    raiseAlert(tx, cmd, {
      key: doubtKey + of.id,
      severity: 'warning',
      title: { en: `A payment by ${of.gateway} doesn’t fit`, zh: `${of.gateway} 的付款有疑问` },
      body: { en: `${what} ${wrong}`.trim(), zh: `${what} ${wrong}`.trim() },
      path: of.reference ? `/admin/payments?reference=${of.reference}` : '/admin/payment-notices',
    }),
  )
}
