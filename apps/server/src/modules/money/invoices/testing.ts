import { newId } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { anAccount } from '../../people/accounts/testing.ts'
import { draftInvoice, type NewDraft } from './index.ts'
import { numberDue } from './number-due.ts'
import { invoiceById, type Invoice } from './queries.ts'

const oneOrder = () => ({ cause: 'order', causeId: newId(), text: 'VIP 30 天', amount: '30.00' })

/** A draft of an order of 30.00 of a new account, which waits for its number. */
export async function aDraft(cmd: Command, draft: Partial<NewDraft> = {}): Promise<Invoice> {
  const accountId = draft.accountId ?? (await anAccount(cmd, { username: `buyer${newId().slice(-10)}` })).id
  return inTransaction(cmd, 'invoices.a_draft', (tx) =>
    draftInvoice(tx, cmd, { items: [oneOrder()], ...draft, accountId }),
  )
}

/** The same with its number. */
export async function anInvoice(cmd: Command, draft: Partial<NewDraft> = {}): Promise<Invoice> {
  const { id } = await aDraft(cmd, draft)
  await numberDue(cmd)
  return invoiceById.one(cmd.services.db, { id })
}
