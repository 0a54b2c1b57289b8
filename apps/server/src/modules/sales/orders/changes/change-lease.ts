import { formatAmount, newId, parseAmount } from '@lessor/kit'
import type { Command } from '../../../../platform/command.ts'
import type { Tx } from '../../../../platform/db.ts'
import { publish } from '../../../../platform/outbox.ts'
import { back, extendLease, leaseById } from '../../../leasing/leases/index.ts'
import { income, move, post, tax, wallet } from '../../../money/ledger/index.ts'
import { divide, unusedOf, type OpenPeriod } from './change-model.ts'
import { orderRefunded } from '../events.ts'
import { taxInRefund } from '../model.ts'
import { followPlan } from '../renewals/queries.ts'
import { payerOf, periodsAmong } from './open-periods.ts'
import { giveUp, insertRefund, lockPaidOf, type Order } from '../queries.ts'

/** What a change gives up, locked. */
export interface Claim {
  readonly orders: readonly Order[]
  /** As they were when it was quoted, which is what is credited. */
  readonly periods: readonly OpenPeriod[]
  /** What is left of them now, in ms, which is what is taken. */
  readonly leftMs: number
  readonly level: number
  readonly restFen: number
}

/** Locks what a change gives up; undefined: what was quoted for it can't be credited any more (a refund came between). */
export async function claimCredit(tx: Tx, cmd: Command, order: Order): Promise<Claim | undefined> {
  const { leaseId, terms, createdAt } = order
  const level = terms.replacesLevel
  if (!leaseId || level === undefined) throw new Error(`Order ${order.id} changes no lease`)
  const orders = await lockPaidOf.all(tx, { leaseId, except: order.id })
  const lease = await leaseById.first(tx, { id: leaseId })
  if (!lease || lease.closedAt) return undefined
  const periods = await periodsAmong(tx, orders, { lease, level, at: createdAt })
  const restFen = periods.reduce((sum, one) => sum + unusedOf(one), 0) - parseAmount(order.credit)
  if (restFen < 0 || (restFen > 0 && order.total !== '0.00')) return undefined
  const ids = new Set(periods.map(({ id }) => id))
  const now = await periodsAmong(tx, orders, { lease, level, at: cmd.now })
  const leftMs = now.filter(({ id }) => ids.has(id)).reduce((sum, one) => sum + one.leftMs, 0)
  return { orders, periods, leftMs, level, restFen }
}

/**
 * Gives up what a paid change replaces: its value is moved to the new order, what is over is refunded into the wallet, and
 * its time is taken back. Once for each order, as its payment is.
 */
export async function giveUpPeriods(tx: Tx, cmd: Command, order: Order, claim: Claim): Promise<void> {
  const { orders, periods, leftMs, level, restFen } = claim
  const ids = new Set(periods.map(({ id }) => id))
  const earlier = orders.filter(({ id }) => !ids.has(id)).map(payerOf)
  for (const { id, movedFen, refundedFen } of divide(periods, earlier, restFen)) {
    const before = orders.find((one) => one.id === id)
    if (!before) continue
    const amounts = { moved: formatAmount(movedFen), refunded: formatAmount(refundedFen) }
    await giveUp.one(tx, { id, ...amounts, ends: ids.has(id), now: cmd.now })
    if (refundedFen > 0) await refundRest(tx, cmd, before, refundedFen)
  }
  const { leaseId, planId, specs } = order
  if (leaseId) await followPlan.run(tx, { leaseId, planId, specs: JSON.stringify(specs), now: cmd.now })
  if (leftMs === 0) return
  const { accountId, productId } = order
  await extendLease(tx, cmd, {
    lease: { accountId, productId },
    by: back(leftMs),
    level,
    source: 'change',
    sourceId: order.id,
  })
}

/** What nothing needs of an order goes into the wallet, with its share of the tax, as a refund does. */
async function refundRest(tx: Tx, cmd: Command, order: Order, fen: number): Promise<void> {
  const id = newId()
  const mine = wallet(order.accountId)
  const paid = { totalFen: parseAmount(order.total), taxFen: parseAmount(order.tax) }
  const taxFen = taxInRefund(paid, parseAmount(order.refunded), fen)
  await insertRefund.run(tx, {
    ...{ id, orderId: order.id, at: cmd.now, amount: formatAmount(fen), tax: formatAmount(taxFen) },
    endsBefore: order.endsAt,
  })
  const movements = [move(income, mine, fen - taxFen), move(tax, mine, taxFen)]
  await post(tx, cmd, { cause: 'refund', causeId: id, movements, note: 'Changed to a cheaper plan' })
  await publish(tx, cmd, orderRefunded({ order_id: order.id, refund_id: id, amount: formatAmount(fen) }))
}
