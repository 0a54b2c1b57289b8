import { formatAmount, MINUTE_MS, parseAmount } from '@lessor/kit'
import type { Command, CustomerCommand } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { notFound } from '../../../platform/refusals.ts'
import { sentTogether } from '../../../platform/sent-together.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import {
  availableFen,
  held,
  insufficientFunds,
  lockBalance,
  move,
  post,
  wallet,
} from '../../money/ledger/index.ts'
import {
  beginPayment,
  failPayments,
  gatewayById,
  openPayment,
  paymentById,
  type Payment,
} from '../../money/payments/index.ts'
import { orderNotPayable } from './errors.ts'
import { splitOf } from './model.ts'
import { lockOrder, orderById, type Order } from './queries.ts'
import { heldFor, type HeldFor } from './held-for.ts'
import { payOrderBy } from './settle-order.ts'

export interface Paying {
  readonly orderId: string
  /** `wallet`, or the id of a gateway. */
  readonly gateway: string
  /** The wallet first, as far as it goes; the gateway for the rest. */
  readonly useWallet: boolean
  /** How the world calls this server. */
  readonly base: string
}

export interface PaidOrBegun {
  readonly order: Order
  /** What the customer does next; absent: the order is paid. */
  readonly payment?: Payment
}

/** How long a QR code is good. */
const payableMs = 120 * MINUTE_MS

/** Pays an order from the wallet, or begins to pay it by a gateway, or both. */
export async function payOrder(cmd: CustomerCommand, { base, ...paying }: Paying): Promise<PaidOrBegun> {
  const { db } = cmd.services
  const gateway = paying.gateway === 'wallet' ? undefined : await gatewayById(db, paying.gateway)
  const { paymentId } = await inTransaction(cmd, 'orders.pay_order', async (tx) => {
    const { order, ...held } = await lockForPaying(tx, cmd.actor.id, paying.orderId)
    if (!order || order.accountId !== cmd.actor.id) throw notFound()
    if (order.status !== 'pending') throw orderNotPayable()
    const due = { ...held, totalFen: parseAmount(order.total) }
    const { walletFen, gatewayFen } = splitOf(due, !gateway || paying.useWallet)
    if (!gateway && gatewayFen > 0) throw insufficientFunds({ params: { missing: formatAmount(gatewayFen) } })
    if (!gateway || gatewayFen === 0) {
      await payFromWallet(tx, cmd, order, due, walletFen)
      return {}
    }
    // What another attempt holds of the wallet is given to this one.
    const others = due.open.filter((one) => one.interfaceId !== gateway.id && parseAmount(one.walletPart) > 0)
    await failPayments(tx, cmd, others, 'Another way to pay took its place.')
    const expiresAt = new Date(Math.min(cmd.now.getTime() + payableMs, order.dueAt.getTime()))
    const payment = await openPayment(tx, cmd, {
      ...{ accountId: order.accountId, gateway, forKind: 'order', forId: order.id },
      title: `${order.productName} ${order.id.slice(-8)}`,
      amountFen: gatewayFen,
      walletPartFen: walletFen,
      expiresAt,
    })
    return { paymentId: payment.id }
  })
  const payment = paymentId && (await paymentById.one(db, { id: paymentId }))
  const order = await orderById.one(db, { id: paying.orderId })
  const addresses = { base, returnPath: `/orders/${order.id}`, until: order.dueAt }
  const begun = payment && (await beginPayment(cmd, payment, addresses))
  return { order, ...(begun && { payment: begun }) }
}

/** An order, its open attempts and its customer's wallet, locked in this order by one round trip. */
async function lockForPaying(tx: Tx, accountId: string, orderId: string) {
  const [order, held, mine] = await sentTogether(
    lockOrder.first(tx, { id: orderId }),
    heldFor(tx, orderId),
    lockBalance.one(tx, { account: 'wallet', of: accountId }),
  )
  return { order, ...held, walletFen: availableFen(mine) }
}

/** Pays a pending order from the wallet alone, in the caller's transaction; refused where that lacks money. */
export async function payPendingFromWallet(
  tx: Tx,
  cmd: Command,
  { id, accountId }: Pick<Order, 'id' | 'accountId'>,
): Promise<void> {
  const { order, ...due } = await lockForPaying(tx, accountId, id)
  if (order?.status !== 'pending') throw orderNotPayable()
  const { walletFen, gatewayFen } = splitOf({ ...due, totalFen: parseAmount(order.total) }, true)
  if (gatewayFen > 0) throw insufficientFunds({ params: { missing: formatAmount(gatewayFen) } })
  await payFromWallet(tx, cmd, order, due, walletFen)
}

async function payFromWallet(
  tx: Tx,
  cmd: Command,
  order: Order,
  { heldFen, open }: HeldFor,
  fen: number,
): Promise<void> {
  // Their wallet parts come back first.
  await failPayments(tx, cmd, open, 'The order was paid from the wallet.')
  if (heldFen === 0) return void (await payOrderBy(tx, cmd, order, wallet(order.accountId)))
  await post(tx, cmd, {
    cause: 'wallet_part',
    causeId: order.id,
    movements: [move(wallet(order.accountId), held(order.id), fen)],
  })
  await payOrderBy(tx, cmd, order, held(order.id))
}
