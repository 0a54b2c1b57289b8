import type { Command } from '../../../platform/command.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { canBeOrdered } from '../../leasing/catalog/index.ts'
import { back, days, extendLease, months, periodOf } from '../../leasing/leases/index.ts'
import { leftMs, partOf, sharesOfTime, spanOf, type OrderState, type Part, type Shares } from './model.ts'
import type { Order } from './queries.ts'
import type { With } from './step-order.ts'

export interface Fulfilled extends With {
  readonly status: Extract<OrderState, 'completed' | 'provisioning'>
}

export interface TakenBack {
  readonly refundId: string
  readonly reason: string
  /** How much of it: `partOf` what is unused. */
  readonly part: Part
}

/** What paid orders of one kind of product bring, and how that is taken back. */
export interface Fulfilment {
  /**
   * In the transaction that pays the order, before its own row moves. Undefined: its module hears `orders.order_paid`, and
   * then ends the order by `completeOrder` or `giveUpOrder`; until then it is paid and nothing more.
   */
  bring(tx: Tx, cmd: Command, order: Order): Promise<Fulfilled | undefined>
  /** A part of what of it isn't used yet, in the transaction of a refund; answers when the order's time ends now. */
  takeBack(tx: Tx, cmd: Command, order: Order, back: TakenBack): Promise<{ readonly endsAt?: Date }>
  /** How much of it is used; undefined: nothing that could be measured. */
  shares(db: Db, order: Order, now: Date): Promise<Shares | undefined>
}

const vip: Fulfilment = {
  bring: async (tx, cmd, { id, accountId, productId, terms, quantity, total }) => {
    const span = spanOf(terms, quantity)
    const extended = await extendLease(tx, cmd, {
      lease: { accountId, productId },
      by: 'months' in span ? months(span.months) : days(span.days),
      level: terms.level ?? 1,
      amount: total,
      source: 'order',
      sourceId: id,
    })
    const { timeline, changeMs, leaseId } = extended
    // What this order brought stands behind what was held of its level before.
    return { status: 'completed', leaseId, ...periodOf(timeline, terms.level ?? 1, changeMs, cmd.now) }
  },
  takeBack: async (tx, cmd, order, { refundId, reason, part }) => {
    const takenMs = partOf(leftMs(order, cmd.now), part)
    if (takenMs === 0 || !order.endsAt) return {}
    const { accountId, productId, terms, endsAt } = order
    await extendLease(tx, cmd, {
      lease: { accountId, productId },
      by: back(takenMs),
      level: terms.level ?? 1,
      source: 'refund',
      sourceId: refundId,
      reason,
    })
    return { endsAt: new Date(endsAt.getTime() - takenMs) }
  },
  shares: async (_db, order, now) => sharesOfTime(order, now),
}

const fulfilments = new Map<string, Fulfilment>()

/** Says, when the program is loaded, how orders of a kind of product are fulfilled: by the module that owns what they bring. */
export function fulfilledBy(kind: string, fulfilment: Fulfilment): void {
  fulfilments.set(kind, fulfilment)
  canBeOrdered(kind)
}

fulfilledBy('vip', vip)

export const isFulfilled = (kind: string): boolean => fulfilments.has(kind)

/** How orders like this one are fulfilled. */
export function fulfilmentOf({ terms: { kind } }: Pick<Order, 'terms'>): Fulfilment {
  const how = fulfilments.get(kind)
  if (!how) throw new Error(`Nothing fulfils an order of kind ${kind}`)
  return how
}
