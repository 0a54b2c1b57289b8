import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { canBeOrdered } from '../../leasing/catalog/index.ts'
import { days, extendLease, months } from '../../leasing/leases/index.ts'
import { spanOf, type OrderState } from './model.ts'
import type { Order } from './queries.ts'
import type { With } from './step-order.ts'

interface Fulfilled extends With {
  readonly status: Extract<OrderState, 'completed' | 'provisioning'>
}

/** How a paid order of each kind of product is fulfilled, inside the transaction that pays it. Another kind is one line. */
const fulfilments: Readonly<Record<string, (tx: Tx, cmd: Command, order: Order) => Promise<Fulfilled>>> = {
  vip: async (tx, cmd, { id, accountId, productId, terms, quantity, total }) => {
    const span = spanOf(terms, quantity)
    const extended = await extendLease(tx, cmd, {
      lease: { accountId, productId },
      by: 'months' in span ? months(span.months) : days(span.days),
      level: terms.level ?? 1,
      amount: total,
      source: 'order',
      sourceId: id,
    })
    const { endsAt, changeMs } = extended
    // What this order brought stands behind what was held before.
    return { status: 'completed', startsAt: endsAt && new Date(endsAt.getTime() - changeMs), endsAt }
  },
}

export const fulfilledKinds: ReadonlySet<string> = new Set(Object.keys(fulfilments))
for (const kind of fulfilledKinds) canBeOrdered(kind)

export function fulfil(tx: Tx, cmd: Command, order: Order): Promise<Fulfilled> {
  const how = fulfilments[order.terms.kind]
  if (!how) throw new Error(`Nothing fulfils an order of kind ${order.terms.kind}`)
  return how(tx, cmd, order)
}
