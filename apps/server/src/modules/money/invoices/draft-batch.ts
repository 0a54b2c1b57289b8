import { demand, type Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { draftInvoice, type NewItem } from './draft-invoice.ts'
import { invoicesMay } from './permissions.ts'
import { billing, type Invoice } from './queries.ts'

export interface Unbilled extends NewItem {
  readonly accountId: string
}

export interface Batch {
  readonly unbilled: readonly Unbilled[]
  readonly period: { readonly start: Date; readonly end: Date }
  /** Whether they get their numbers by themselves; else staff issue each. */
  readonly isReady: boolean
}

/** Makes one draft for each customer of what isn't billed yet; what is billed meanwhile is left out. */
export function draftBatch(cmd: Command, { unbilled, period, isReady }: Batch): Promise<Invoice[]> {
  demand(cmd, invoicesMay.manage)
  return inTransaction(cmd, 'invoices.draft_batch', async (tx) => {
    const accounts = Map.groupBy(await stillUnbilled(tx, unbilled), ({ accountId }) => accountId)
    const made: Invoice[] = []
    for (const [accountId, items] of accounts)
      made.push(await draftInvoice(tx, cmd, { accountId, items, period, isReady }))
    await record(tx, cmd, {
      action: 'invoices.batch_drafted',
      subject: { kind: 'invoice_batch', id: cmd.requestId },
      after: { count: made.length, from: period.start, to: period.end },
    })
    return made
  })
}

async function stillUnbilled(tx: Tx, unbilled: readonly Unbilled[]): Promise<Unbilled[]> {
  const left: Unbilled[] = []
  for (const one of unbilled) {
    const [before] = await billing.all(tx, { causes: [one.cause], causeIds: [one.causeId] })
    if (!before) left.push(one)
  }
  return left
}
