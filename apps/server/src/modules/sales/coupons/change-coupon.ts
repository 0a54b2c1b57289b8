import { changed, given, type Change } from '@lessor/kit'
import { demand, type Command } from '../../../platform/command.ts'
import { notFound, validationFailed } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import type { NewCoupon } from './create-coupon.ts'
import { refusing } from './errors.ts'
import { auditedCoupon, couponKey, couponProblems } from './model.ts'
import { couponsMay } from './permissions.ts'
import { clearScope, couponById, insertScope, lockCouponRow, updateCoupon, type Coupon } from './queries.ts'

/** Changes what is given of a coupon; orders that hold it keep what they were made with. */
export function changeCoupon(cmd: Command, { id, ...change }: Change<NewCoupon>): Promise<Coupon> {
  demand(cmd, couponsMay.edit)
  return inTransaction(cmd, 'coupons.change_coupon', async (tx) => {
    const before = await lockCouponRow.first(tx, { id })
    if (!before) throw notFound()
    const wanted = { ...before, ...given(change) }
    const problems = couponProblems(wanted)
    if (problems.length > 0) throw validationFailed({ problems })
    await refusing(updateCoupon.run(tx, { ...wanted, codeKey: couponKey(wanted.code), now: cmd.now }))
    await clearScope.run(tx, { id })
    await refusing(insertScope.run(tx, wanted))
    const after = await couponById.one(tx, { id })
    const [was, is] = [auditedCoupon(before), auditedCoupon(after)]
    await record(tx, cmd, {
      action: 'coupons.coupon_changed',
      subject: { kind: 'coupon', id },
      ...changed(was, is, Object.keys(is)),
    })
    return after
  })
}
