import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { deleteUse, insertUse } from './queries.ts'

export interface Taken {
  /** Locked as usable in the same transaction. */
  readonly couponId: string
  readonly accountId: string
  readonly orderId: string
  /** By how much it lowers the price of the order. */
  readonly discount: string
}

/** Counts a use of a coupon that `lockUsableCoupon` found, in the caller's transaction. */
export function takeCoupon(tx: Tx, cmd: Command, taken: Taken): void {
  insertUse.later(tx, { ...taken, at: cmd.now })
}

/** Gives back the coupon of an order that is cancelled; once, and nothing where it holds none. */
export async function giveBackCoupon(tx: Tx, orderId: string): Promise<void> {
  await deleteUse.run(tx, { orderId })
}
