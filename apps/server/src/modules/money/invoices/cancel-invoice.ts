import { formatAmount, newId, parseAmount } from '@lessor/kit'
import { demand, type Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { draftCreditNote } from './draft-credit-note.ts'
import { invoiceUnknown } from './errors.ts'
import { may } from './model.ts'
import { invoicesMay } from './permissions.ts'
import { lockInvoice, setCancelled, type Invoice } from './queries.ts'
import { stepRefused } from './step-refused.ts'

export interface Cancelled {
  readonly invoice: Invoice
  /** Takes back what was issued; null for a draft. */
  readonly creditNote: Invoice | null
}

/** Cancels a draft, or an unpaid invoice: what was issued stays, and a credit note takes it back. */
export function cancelInvoice(
  cmd: Command,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Cancelled> {
  demand(cmd, invoicesMay.manage)
  return inTransaction(cmd, 'invoices.cancel', async (tx) => {
    const before = await lockInvoice.first(tx, { id })
    if (!before) throw invoiceUnknown()
    if (before.kind !== 'invoice' || !may(before.status, 'cancel')) throw stepRefused(before)
    const creditNote = await takenBack(tx, cmd, before)
    const invoice = await setCancelled.one(tx, { id })
    await record(tx, cmd, {
      action: 'invoices.cancelled',
      subject: { kind: 'invoice', id },
      before: { status: before.status },
      after: { status: invoice.status, reason, ...(creditNote && { credit_note_id: creditNote.id }) },
    })
    return { invoice, creditNote }
  })
}

async function takenBack(tx: Tx, cmd: Command, invoice: Invoice): Promise<Invoice | null> {
  const leftFen = parseAmount(invoice.total) - parseAmount(invoice.credited)
  if (invoice.status === 'draft' || leftFen === 0) return null
  const of = { invoiceId: invoice.id }
  const amount = formatAmount(leftFen)
  const cancelling = { of, amount, cause: 'cancel', causeId: newId(), isPaid: false }
  return (await draftCreditNote(tx, cmd, cancelling)) ?? null
}
