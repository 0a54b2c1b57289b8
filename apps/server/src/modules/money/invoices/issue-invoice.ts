import { demand, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { invoiceUnknown } from './errors.ts'
import { numberDue } from './number-due.ts'
import { invoicesMay } from './permissions.ts'
import { invoiceById, lockInvoice, markReady, type Invoice } from './queries.ts'
import { stepRefused } from './step-refused.ts'

/** Lets a draft have its number, and answers it with that. */
export async function issueInvoice(cmd: Command, { id }: { readonly id: string }): Promise<Invoice> {
  demand(cmd, invoicesMay.manage)
  await inTransaction(cmd, 'invoices.issue', async (tx) => {
    const before = await lockInvoice.first(tx, { id })
    if (!before) throw invoiceUnknown()
    if (!(await markReady.first(tx, { id, now: cmd.now }))) throw stepRefused(before)
    await record(tx, cmd, {
      action: 'invoices.issued',
      subject: { kind: 'invoice', id },
      after: { total: before.total, account_id: before.accountId },
    })
  })
  await numberDue(cmd)
  return invoiceById.one(cmd.services.db, { id })
}
