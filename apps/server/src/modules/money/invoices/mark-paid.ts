import { demand, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { invoiceUnknown } from './errors.ts'
import { invoicesMay } from './permissions.ts'
import { lockInvoice, setPaid, type Invoice } from './queries.ts'
import { stepRefused } from './step-refused.ts'

export interface Payment {
  readonly id: string
  readonly paidAt?: Date | undefined
  /** How, as staff know it. */
  readonly note: string
}

/** Says that an issued invoice was paid in full, outside of the gateways. It moves no money. */
export function markPaid(cmd: Command, { id, paidAt = cmd.now, note }: Payment): Promise<Invoice> {
  demand(cmd, invoicesMay.manage)
  return inTransaction(cmd, 'invoices.mark_paid', async (tx) => {
    const before = await lockInvoice.first(tx, { id })
    if (!before) throw invoiceUnknown()
    const paid = await setPaid.first(tx, { id, paidAt })
    if (!paid) throw stepRefused(before)
    await record(tx, cmd, {
      action: 'invoices.marked_paid',
      subject: { kind: 'invoice', id },
      before: { status: before.status, paid_amount: before.paidAmount },
      after: { status: paid.status, paid_amount: paid.paidAmount, paid_at: paidAt, note },
    })
    return paid
  })
}
