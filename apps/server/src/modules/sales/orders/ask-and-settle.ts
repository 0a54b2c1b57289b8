import type { Command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/refusals.ts'
import { askPayment, paymentById, type Payment } from '../../money/payments/index.ts'
import { settle } from './hear-notice.ts'

/** Asks the gateway for a payment now, and settles what it paid for. */
export async function askAndSettle(cmd: Command, { id }: { readonly id: string }): Promise<Payment> {
  const received = await askPayment(cmd, id)
  if (received) await settle(cmd, received)
  const payment = await paymentById.first(cmd.services.db, { id })
  if (!payment) throw notFound()
  return payment
}
