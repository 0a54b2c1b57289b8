import type { Db, Tx } from '../../../platform/db.ts'
import { couponUnusable } from './errors.ts'
import { couponKey, whyNot, type Asking } from './model.ts'
import { countUses, couponById, couponByKey, lockCouponRow, type Coupon } from './queries.ts'

/** By what a coupon is found: what its customer typed, or its id. */
export type CouponName = { readonly code: string } | { readonly id: string }

export interface AskingAccount extends Omit<Asking, 'uses'> {
  readonly accountId: string
  readonly now: Date
}

/** A coupon that an order may have now; refuses with the reason where it may not. Counts nothing. */
export async function usableCoupon(db: Db, name: CouponName, asking: AskingAccount): Promise<Coupon> {
  const found = await find(db, name)
  return demandUsable(db, found, asking)
}

/** The same, and until the commit nobody else takes or changes it. Comes before stock and balances. */
export async function lockUsableCoupon(tx: Tx, name: CouponName, asking: AskingAccount): Promise<Coupon> {
  const found = await find(tx, name)
  return demandUsable(tx, found && (await lockCouponRow.first(tx, found)), asking)
}

const find = (db: Db, name: CouponName): Promise<Coupon | undefined> =>
  'id' in name ? couponById.first(db, name) : couponByKey.first(db, { codeKey: couponKey(name.code) })

async function demandUsable(
  db: Db,
  coupon: Coupon | undefined,
  { accountId, now, ...asking }: AskingAccount,
): Promise<Coupon> {
  if (!coupon) throw couponUnusable('unknown')
  const { count: uses } = await countUses.one(db, { couponId: coupon.id, accountId })
  const why = whyNot(coupon, { ...asking, uses }, now)
  if (why) throw couponUnusable(why)
  return coupon
}
