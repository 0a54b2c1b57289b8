import { newId } from '@lessor/kit'
import type { Actor, Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { orderSteps, type OrderState } from './model.ts'
import { insertStep, moveOrder, type Order } from './queries.ts'

export type With = Pick<
  Parameters<typeof moveOrder.first>[1],
  'gateway' | 'paidAt' | 'startsAt' | 'endsAt' | 'leaseId' | 'stockTaken' | 'lapsed'
>

/** Moves a locked order one step, and keeps who did it and why. Throws for a step that isn't allowed. */
export async function stepOrder(
  tx: Tx,
  cmd: Command,
  order: Order,
  to: OrderState,
  { reason = '', ...given }: With & { readonly reason?: string } = {},
): Promise<Order> {
  if (!orderSteps[order.status].includes(to)) throw new Error(`No order goes from ${order.status} to ${to}`)
  noteStep(tx, cmd, order.id, order.status, to, reason)
  return moveOrder.one(tx, { id: order.id, from: order.status, to, now: cmd.now, ...given })
}

export function noteStep(
  tx: Tx,
  cmd: Command,
  orderId: string,
  from: OrderState | null,
  to: OrderState,
  reason: string,
): void {
  const { actor, now: at } = cmd
  insertStep.later(tx, {
    id: newId(),
    orderId,
    from,
    to,
    at,
    actorKind: actor.kind,
    actorName: nameOf(actor),
    reason,
  })
}

const nameOf = (actor: Actor): string => ('name' in actor ? actor.name : '')
