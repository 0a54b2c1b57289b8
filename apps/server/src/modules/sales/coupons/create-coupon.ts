import { newId } from '@lessor/kit'
import { demand, type Command } from '../../../platform/command.ts'
import { validationFailed } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { refusing } from './errors.ts'
import { auditedCoupon, couponKey, couponProblems, type couponFields } from './model.ts'
import { couponsMay } from './permissions.ts'
import { couponById, insertCoupon, insertScope, type Coupon } from './queries.ts'

export type NewCoupon = Pick<Coupon, (typeof couponFields)[number]>

/** Adds a coupon, under a code that no other has. */
export function createCoupon(cmd: Command, given: NewCoupon): Promise<Coupon> {
  demand(cmd, couponsMay.edit)
  const problems = couponProblems({ ...given, used: 0 })
  if (problems.length > 0) throw validationFailed({ problems })
  return inTransaction(cmd, 'coupons.create_coupon', async (tx) => {
    const id = newId()
    await refusing(insertCoupon.run(tx, { ...given, id, codeKey: couponKey(given.code), now: cmd.now }))
    await refusing(insertScope.run(tx, { id, ...given }))
    const made = await couponById.one(tx, { id })
    await record(tx, cmd, {
      action: 'coupons.coupon_created',
      subject: { kind: 'coupon', id },
      after: auditedCoupon(made),
    })
    return made
  })
}
