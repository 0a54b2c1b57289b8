import { parseAmount } from '@lessor/kit'
import type { Db } from '../../../../platform/db.ts'
import { broughtTo, remainingOf, type Lease } from '../../../leasing/leases/index.ts'
import { leftOfEach, type OpenPeriod, type Payer } from './change-model.ts'
import { paidOrdersOf, type Order } from '../queries.ts'

/** The orders whose time of a level isn't used up at `at`, the newest first, among those that were paid by then. */
export async function openPeriods(db: Db, lease: Lease, level: number, at: Date): Promise<OpenPeriod[]> {
  return periodsAmong(db, await paidOrdersOf.all(db, { leaseId: lease.id }), { lease, level, at })
}

interface Of {
  readonly lease: Lease
  readonly level: number
  readonly at: Date
}

/** The same, among orders that were read, or locked, before. */
export async function periodsAmong(
  db: Db,
  orders: readonly Order[],
  { lease, level, at }: Of,
): Promise<OpenPeriod[]> {
  const { id: leaseId, accountId } = lease
  const open = new Map(orders.filter(({ endedAt }) => !endedAt).map((order) => [order.id, order]))
  const brought = (await broughtTo.all(db, { leaseId, accountId, level }))
    // What an order brought that ended early is gone already, and a refund may have taken a part of it.
    .map((one) => (one.source === 'order' ? { ...one, ms: periodMs(open.get(one.sourceId ?? '')) } : one))
    .filter(({ ms, createdAt }) => ms > 0 && createdAt <= at)
  const left = leftOfEach(brought, remainingOf(lease, level, at))
  return brought.flatMap(({ sourceId, ms }) => {
    const order = open.get(sourceId ?? '')
    const leftMs = left.get(sourceId ?? '') ?? 0
    return order && isCredited(order) && leftMs > 0
      ? [{ ...payerOf(order), creditFen: parseAmount(order.credit), broughtMs: ms, leftMs }]
      : []
  })
}

const periodMs = (order: Order | undefined): number =>
  order?.startsAt && order.endsAt ? order.endsAt.getTime() - order.startsAt.getTime() : 0

/** What was refunded is worth nothing, also where its time was left. */
const isCredited = ({ status }: Order) => status === 'completed' || status === 'active'

export const payerOf = ({ id, total, refunded, moved }: Order): Payer => ({
  id,
  totalFen: parseAmount(total),
  refundedFen: parseAmount(refunded),
  movedFen: parseAmount(moved),
})
