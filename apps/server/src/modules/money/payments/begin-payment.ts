import { withoutKey, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { callInterface } from '../../core/plugins/index.ts'
import { answerOf, whyNot } from './answer-of.ts'
import { gatewayUnavailable } from './errors.ts'
import { failPayment } from './fail-payment.ts'
import { actionIn } from './model.ts'
import { saveAction, type Payment } from './queries.ts'

export interface Addresses {
  /** How the world calls this server: the gateway's notices come there. */
  readonly base: string
  /** Where the buyer is sent afterwards, a path of the portal. */
  readonly returnPath: string
  /** Until when what it is for can be paid: how long a transfer is good, which takes days. A QR code isn't. */
  readonly until?: Date | undefined
}

/**
 * Asks the gateway for what the buyer does to pay; outside of any transaction. Of an attempt that has it already, it is
 * answered again. Where the gateway can't, the attempt fails and `gateway_unavailable` is thrown.
 */
export async function beginPayment(
  cmd: Command,
  payment: Payment,
  { base, returnPath, until }: Addresses,
): Promise<Payment> {
  if (payment.action) return payment
  // The repeat of a request whose attempt has ended: another attempt is another request.
  if (payment.status !== 'pending') throw gatewayUnavailable()
  const { id, interfaceId, reference, amount, title, expiresAt } = payment
  const input = {
    reference,
    amount,
    currency: 'CNY',
    title,
    expiresAt: expiresAt.toISOString(),
    noticeUrl: new URL(`/api/pay/${interfaceId}/notice`, base).href,
    returnUrl: new URL(returnPath, base).href,
    ip: cmd.ip,
  }
  const call = () => callInterface(cmd, { interfaceId, method: 'start', input })
  const outcome = await (cmd.outside ? cmd.outside(call) : call())
  const value = answerOf(outcome)
  const action = actionIn(value)
  if (action) {
    const { transaction } = value as { transaction?: unknown }
    const gatewayTx = typeof transaction === 'string' && transaction !== '' ? transaction.slice(0, 200) : null
    const isTransfer = !action.qrCode && !action.paymentUrl
    const expiresAt = (isTransfer && until) || payment.expiresAt
    return inTransaction(withoutKey(cmd), 'payments.begin_payment', (tx) =>
      saveAction.one(tx, { id, action: JSON.stringify(action), gatewayTx, expiresAt, now: cmd.now }),
    )
  }
  const problem = whyNot(outcome)
  cmd.log.warn({ payment: id, interface: interfaceId, problem }, 'a gateway began no payment')
  await inTransaction(withoutKey(cmd), 'payments.begin_payment', (tx) =>
    failPayment(tx, cmd, payment, { problem, mayBePaid: outcome.kind === 'unknown' }),
  )
  throw gatewayUnavailable()
}
