import type { Language } from '@lessor/kit'
import { demand, type Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { draftInvoice, type NewItem } from './draft-invoice.ts'
import { invoicesMay } from './permissions.ts'
import { billing, type Invoice } from './queries.ts'

export interface Unbilled extends NewItem {
  readonly accountId: string
  /** When it was paid; null: it isn't. */
  readonly paidAt?: Date | null
  /** Of its buyer; absent: the caller's. */
  readonly language?: Language
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
      made.push(
        await draftInvoice(tx, cmd, {
          accountId,
          items,
          period,
          isReady,
          language: items.at(-1)?.language,
          ...paidBy(items),
        }),
      )
    await record(tx, cmd, {
      action: 'invoices.batch_drafted',
      subject: { kind: 'invoice_batch', id: cmd.requestId },
      after: { count: made.length, from: period.start, to: period.end },
    })
    return made
  })
}

/** Paid once all of it is, at the last of its times. */
function paidBy(items: readonly Unbilled[]): { readonly isPaid?: boolean; readonly paidAt?: Date } {
  const times = items.flatMap(({ paidAt }) => (paidAt ? [paidAt.getTime()] : []))
  return times.length === items.length ? { isPaid: true, paidAt: new Date(Math.max(...times)) } : {}
}

async function stillUnbilled(tx: Tx, unbilled: readonly Unbilled[]): Promise<Unbilled[]> {
  const left: Unbilled[] = []
  for (const one of unbilled) {
    const [before] = await billing.all(tx, { causes: [one.cause], causeIds: [one.causeId] })
    if (!before) left.push(one)
  }
  return left
}
