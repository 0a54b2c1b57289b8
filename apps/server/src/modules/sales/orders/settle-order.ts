import { formatAmount, newId, parseAmount, Refusal } from '@lessor/kit'
import { withoutKey, type Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { publish } from '../../../platform/outbox.ts'
import { sentTogether } from '../../../platform/sent-together.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { held, income, move, post, tax, wallet, type Movement } from '../../money/ledger/index.ts'
import { failPayments } from '../../money/payments/index.ts'
import { takeStock } from '../../leasing/catalog/index.ts'
import { holdAccount } from '../../people/accounts/index.ts'
import { takeCoupon } from '../coupons/index.ts'
import { claimCredit, giveUpPeriods } from './changes/change-lease.ts'
import { priceChanged } from './errors.ts'
import { moneyReturned, orderPaid } from './events.ts'
import { fulfilmentOf } from './fulfil.ts'
import { heldFor } from './held-for.ts'
import type { OfLease } from './changes/of-lease.ts'
import { lockOrder, renewedFrom, type Order } from './queries.ts'
import { quoteOrder } from './quote-order.ts'
import { stepOrder, walkOrder } from './step-order.ts'

const revivableMs = 24 * 3_600_000

/**
 * Uses what is held for an order: pays it once all of it is there. What is left over, came twice or came too late is put into
 * the wallet, and its customer gets a mail. Any number of times, by anybody: the order's row decides.
 */
export function settleOrder(cmd: Command, orderId: string): Promise<Order | undefined> {
  return inTransaction(withoutKey(cmd), 'orders.settle_order', async (tx) => {
    const locked = await lockOrder.first(tx, { id: orderId })
    if (!locked) return undefined
    const { heldFen, open } = await heldFor(tx, orderId)
    if (heldFen === 0) return locked
    const payable = locked.status === 'pending' ? locked : await revived(tx, cmd, locked, heldFen)
    if (!payable) {
      await release(tx, cmd, locked, heldFen)
      return locked
    }
    if (heldFen < parseAmount(payable.total)) return payable
    if (payable.kind === 'change' && !(await claimCredit(tx, cmd, payable))) {
      await failPayments(tx, cmd, open, 'The price has changed.')
      const cancelled = await stepOrder(tx, cmd, payable, 'cancelled', { reason: 'The price has changed' })
      await release(tx, cmd, cancelled, heldFen)
      return cancelled
    }
    // Before balances are moved, and what they hold of the wallet with them.
    await failPayments(tx, cmd, open, 'The order is paid.')
    return payFromHeld(tx, cmd, payable, heldFen)
  })
}

async function payFromHeld(tx: Tx, cmd: Command, order: Order, heldFen: number): Promise<Order> {
  const restFen = heldFen - parseAmount(order.total)
  const from = held(order.id)
  const paid = await payOrderBy(tx, cmd, order, from, [move(from, wallet(order.accountId), restFen)])
  if (restFen > 0) await publishReturn(tx, cmd, order, restFen, order.id)
  return paid
}

/** Pays a locked order from one place of the books, and fulfils it; in the caller's transaction. */
export async function payOrderBy(
  tx: Tx,
  cmd: Command,
  order: Order,
  from: ReturnType<typeof held>,
  rest: readonly Movement[] = [],
): Promise<Order> {
  const claim = order.kind === 'change' ? await claimCredit(tx, cmd, order) : undefined
  if (order.kind === 'change' && !claim) throw priceChanged({ params: { total: order.total } })
  const { id, accountId, productId, terms, net, tax: taxes, stockTaken } = order
  const movements = [move(from, income, parseAmount(net)), move(from, tax, parseAmount(taxes)), ...rest]
  const bring = async () => {
    if (claim) await giveUpPeriods(tx, cmd, order, claim)
    return fulfilmentOf(order).bring(tx, cmd, order)
  }
  const [, brought] = await sentTogether(
    post(tx, cmd, { cause: 'order_paid', causeId: id, movements }),
    bring(),
  )
  const { status, ...given } = brought ?? { status: undefined }
  const gateway = from.account === 'wallet' ? 'wallet' : null
  const event = { order_id: id, account_id: accountId, product_id: productId, kind: terms.kind }
  const [done] = await sentTogether(
    walkOrder(tx, cmd, order, status ? ['paid', status] : ['paid'], {
      ...{ gateway, paidAt: cmd.now, stockTaken },
      ...given,
    }),
    publish(tx, cmd, orderPaid(event)),
  )
  return done
}

/** A cancelled order whose money came late, if it was cancelled by time alone and can still be had for the same price. */
async function revived(tx: Tx, cmd: Command, order: Order, heldFen: number): Promise<Order | undefined> {
  const { id: orderId, status, lapsed, updatedAt, planId, quantity, specs, total, productId } = order
  const { accountId, couponId, discount } = order
  if (status !== 'cancelled' || !lapsed || heldFen < parseAmount(total)) return undefined
  if (cmd.now.getTime() - updatedAt.getTime() > revivableMs) return undefined
  try {
    if (couponId) await holdAccount.one(tx, { id: accountId })
    const leaseId = order.leaseId ?? undefined
    const wanted = { planId, quantity, specs, leaseId, ...(couponId && { coupon: { id: couponId } }) }
    const { price, ofLease } = await quoteOrder(cmd, { ...wanted, accountId, orderId }, tx)
    if (price.totalFen !== parseAmount(total) || price.discountFen !== parseAmount(discount)) return undefined
    if (ofLease && !(await isStillDue(tx, order, ofLease))) return undefined
    // What can refuse comes before what is written: a refusal here rolls nothing back.
    const stockTaken = ofLease ? false : await takeStock(tx, productId, quantity)
    if (couponId) takeCoupon(tx, cmd, { couponId, accountId, orderId, discount })
    return { ...order, stockTaken }
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** Whether a lease is still to be renewed from where this order would. */
async function isStillDue(tx: Tx, { id, renewsFrom }: Order, { kind, lease }: OfLease): Promise<boolean> {
  if (kind !== 'renew' || !renewsFrom || +renewsFrom !== +(lease.expiresAt ?? 0)) return false
  return !(await renewedFrom.first(tx, { leaseId: lease.id, renewsFrom, except: id }))
}

/** Puts what is held for an order that doesn't need it into the wallet. */
export async function release(tx: Tx, cmd: Command, order: Order, heldFen: number): Promise<void> {
  const act = newId()
  const movements = [move(held(order.id), wallet(order.accountId), heldFen)]
  await post(tx, cmd, { cause: 'released', causeId: act, movements })
  await publishReturn(tx, cmd, order, heldFen, act)
}

const publishReturn = (tx: Tx, cmd: Command, { id }: Order, fen: number, act: string) =>
  publish(tx, cmd, moneyReturned(act, { order_id: id, amount: formatAmount(fen) }))
