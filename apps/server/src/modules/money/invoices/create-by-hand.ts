import { newId } from '@lessor/kit'
import { demand, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { draftInvoice, type NewDraft, type NewItem } from './draft-invoice.ts'
import { invoicesMay } from './permissions.ts'
import type { Invoice } from './queries.ts'

export type HandItem = Omit<NewItem, 'cause' | 'causeId'>
export type ByHand = Omit<NewDraft, 'items' | 'isPaid' | 'paidAt' | 'isReady'> & {
  readonly items: readonly HandItem[]
}

/** Makes a draft of what staff typed; they issue it when it is right. */
export function createByHand(cmd: Command, draft: ByHand): Promise<Invoice> {
  demand(cmd, invoicesMay.manage)
  return inTransaction(cmd, 'invoices.create_by_hand', async (tx) => {
    const items = draft.items.map((item) => ({ ...item, cause: 'hand', causeId: newId() }))
    const made = await draftInvoice(tx, cmd, { ...draft, items, isReady: false })
    await record(tx, cmd, {
      action: 'invoices.drafted',
      subject: { kind: 'invoice', id: made.id },
      after: { account_id: made.accountId, total: made.total },
    })
    return made
  })
}
