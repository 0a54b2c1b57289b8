import type { Command } from '../../../platform/command.ts'
import { askPayment, takeNotice, type Judged, type Received } from '../../money/payments/index.ts'
import { settleOrder } from './settle-order.ts'

type Request = Parameters<typeof takeNotice>[2]

/**
 * Takes what a gateway sent, and settles what it paid for, at once; should that fail, the payment's event does it later.
 * Where the gateway must be asked first, it has its answer before that.
 */
export async function hearNotice(
  cmd: Command,
  interfaceId: string,
  request: Request,
): Promise<Judged['reply']> {
  const { reply, received, askFor } = await takeNotice(cmd, interfaceId, request)
  if (received) await settle(cmd, received)
  if (askFor) void askLater(cmd, askFor)
  return reply
}

async function askLater({ outside: _place, ...cmd }: Command, paymentId: string): Promise<void> {
  try {
    const received = await askPayment(cmd, paymentId)
    if (received) await settle(cmd, received)
  } catch (err) {
    // The task asks again.
    cmd.log.warn({ err, payment: paymentId }, 'a payment could not be asked for')
  }
}

/** Settles what a payment was for. */
export async function settle(cmd: Command, { for_kind: kind, for_id: id }: Received): Promise<void> {
  if (kind === 'order') await settleOrder(cmd, id)
}
