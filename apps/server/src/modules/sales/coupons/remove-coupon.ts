import { demand, type Command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/refusals.ts'
import { removeOrRetire, type Removed } from '../../../platform/remove-or-retire.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { changeCoupon } from './change-coupon.ts'
import { auditedCoupon } from './model.ts'
import { couponsMay } from './permissions.ts'
import { deleteCoupon, lockCouponRow } from './queries.ts'

/** Removes a coupon; one that an order ever had is only turned off. */
export function removeCoupon(cmd: Command, { id }: { readonly id: string }): Promise<Removed> {
  demand(cmd, couponsMay.edit)
  const remove = () =>
    inTransaction(cmd, 'coupons.remove_coupon', async (tx) => {
      const gone = await lockCouponRow.first(tx, { id })
      if (!gone) throw notFound()
      await deleteCoupon.run(tx, { id })
      await record(tx, cmd, {
        action: 'coupons.coupon_removed',
        subject: { kind: 'coupon', id },
        before: auditedCoupon(gone),
      })
    })
  return removeOrRetire(remove, () => changeCoupon(cmd, { id, active: false }))
}
