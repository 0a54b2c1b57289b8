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
export const stepOrder = (
  tx: Tx,
  cmd: Command,
  order: Order,
  to: OrderState,
  given: With & { readonly reason?: string } = {},
): Promise<Order> => walkOrder(tx, cmd, order, [to], given)

/** The same for several steps at once, each of which is kept. */
export async function walkOrder(
  tx: Tx,
  cmd: Command,
  order: Order,
  path: readonly OrderState[],
  { reason = '', ...given }: With & { readonly reason?: string },
): Promise<Order> {
  let at = order.status
  for (const to of path) {
    if (!orderSteps[at].includes(to)) throw new Error(`No order goes from ${at} to ${to}`)
    noteStep(tx, cmd, order.id, at, to, reason)
    at = to
  }
  return moveOrder.one(tx, { id: order.id, from: order.status, to: at, now: cmd.now, ...given })
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
