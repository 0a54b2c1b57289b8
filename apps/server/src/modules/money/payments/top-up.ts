import { formatAmount, MINUTE_MS } from '@lessor/kit'
import type { CustomerCommand } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { holdAccount } from '../../people/accounts/index.ts'
import { beginPayment } from './begin-payment.ts'
import { topUpAmount } from './errors.ts'
import { gatewayById } from './gateways.ts'
import { openPayment } from './open-payment.ts'
import { paymentById, type Payment } from './queries.ts'

export interface TopUp {
  readonly amountFen: number
  /** The id of a gateway. */
  readonly gateway: string
  /** How the world calls this server. */
  readonly base: string
}

/** How long a QR code is good. */
const payableMs = 120 * MINUTE_MS

/**
 * Begins to put money into the customer's own wallet by a gateway. The same amount by the same gateway again is the living
 * attempt; another amount ends it. Whatever comes in, also late, twice or of another amount, is in the wallet.
 */
export async function beginTopUp(cmd: CustomerCommand, { base, ...wanted }: TopUp): Promise<Payment> {
  const { db, settings } = cmd.services
  const { top_up_least: least, top_up_most: most } = settings.wallet
  if (wanted.amountFen < least * 100 || wanted.amountFen > most * 100)
    throw topUpAmount({ params: { least: formatAmount(least * 100), most: formatAmount(most * 100) } })
  const gateway = await gatewayById(db, wanted.gateway)
  const accountId = cmd.actor.id
  const { paymentId } = await inTransaction(cmd, 'payments.top_up', async (tx) => {
    await holdAccount.one(tx, { id: accountId })
    const payment = await openPayment(tx, cmd, {
      ...{ accountId, gateway, forKind: 'top_up', forId: accountId },
      title: { zh: '钱包充值', en: 'Wallet top-up' }[cmd.language],
      amountFen: wanted.amountFen,
      expiresAt: new Date(cmd.now.getTime() + payableMs),
    })
    return { paymentId: payment.id }
  })
  const payment = await paymentById.one(db, { id: paymentId })
  return beginPayment(cmd, payment, { base, returnPath: `/wallet/top-ups/${paymentId}` })
}
