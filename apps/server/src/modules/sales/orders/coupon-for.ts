import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import type { PlanForSale } from '../../leasing/catalog/index.ts'
import { lockUsableCoupon, usableCoupon, type Coupon, type CouponName } from '../coupons/index.ts'
import { hasOrdered } from './queries.ts'

export interface Buyer {
  readonly accountId: string
  /** The order itself, where it is there already. */
  readonly orderId?: string | undefined
}

/** The coupon that an order of a plan may have now, or a refusal with the reason. In a transaction it is locked. */
export async function couponFor(
  cmd: Command,
  name: CouponName,
  { productId, planId }: Pick<PlanForSale, 'productId' | 'planId'>,
  { accountId, orderId }: Buyer,
  tx?: Tx,
): Promise<Coupon> {
  const { found } = await hasOrdered.one(tx ?? cmd.services.db, { accountId, but: orderId ?? null })
  const asking = { accountId, productId, planId, isFirst: !found, now: cmd.now }
  return tx ? lockUsableCoupon(tx, name, asking) : usableCoupon(cmd.services.db, name, asking)
}
