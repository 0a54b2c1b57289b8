import { formatAmount, parseAmount } from '@lessor/kit'
import type { Command } from '../../../../platform/command.ts'
import { draftBatch } from '../../../money/invoices/index.ts'
import { lineOf } from './bill-order.ts'
import { batchTooLarge } from '../errors.ts'
import { unbilled, type Order } from '../queries.ts'

export interface Period {
  /** Of one customer; absent: of all. */
  readonly accountId?: string | undefined
  readonly from: Date
  readonly to: Date
}

export interface Sums {
  readonly customers: number
  readonly orders: number
  readonly total: string
}

const ordersAtMost = 2_000

/** What a batch of a period would bill. */
export const batchOf = async (cmd: Command, period: Period): Promise<Sums> =>
  sumsOf(await unbilledIn(cmd, period))

/** Drafts one invoice for each customer, of the paid orders of a period that aren't billed. */
export async function billBatch(
  cmd: Command,
  { isReady, ...period }: Period & { readonly isReady: boolean },
) {
  const orders = await unbilledIn(cmd, period)
  const made = await draftBatch(cmd, {
    unbilled: orders.map((order) => {
      const { accountId, paidAt, language } = order
      return { ...lineOf(cmd, order), accountId, paidAt, language }
    }),
    period: { start: period.from, end: period.to },
    isReady,
  })
  return { invoices: made.length, ...sumsOf(orders) }
}

async function unbilledIn({ services: { db } }: Command, { accountId, from, to }: Period) {
  const found = await unbilled.all(db, { accountId: accountId ?? null, from, to, limit: ordersAtMost + 1 })
  if (found.length > ordersAtMost) throw batchTooLarge({ params: { count: ordersAtMost } })
  return found
}

const sumsOf = (orders: readonly Order[]): Sums => ({
  customers: new Set(orders.map(({ accountId }) => accountId)).size,
  orders: orders.length,
  total: formatAmount(orders.reduce((fen, { total }) => fen + parseAmount(total), 0)),
})
