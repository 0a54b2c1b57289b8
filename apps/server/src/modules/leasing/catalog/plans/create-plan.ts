import { newId } from '@lessor/kit'
import { demand, type Command } from '../../../../platform/command.ts'
import { validationFailed } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../../core/audit/index.ts'
import { refusing, unknownProduct } from '../errors.ts'
import { catalogMay } from '../permissions.ts'
import { lockProduct } from '../products/queries.ts'
import { auditedPlan, termProblems, type planFields } from './model.ts'
import { insertPlan, type Plan } from './queries.ts'

export type NewPlan = Pick<Plan, 'productId' | (typeof planFields)[number]>

/** Adds a plan to a product: one for each term, level and count. */
export function createPlan(cmd: Command, given: NewPlan): Promise<Plan> {
  demand(cmd, catalogMay.edit)
  return inTransaction(cmd, 'catalog.create_plan', async (tx) => {
    const product = await lockProduct.first(tx, { id: given.productId })
    if (!product) throw unknownProduct()
    const row = { ...given, id: newId(), kind: product.kind, createdAt: cmd.now }
    const problems = termProblems(row)
    if (problems.length > 0) throw validationFailed({ problems })
    const made = await refusing(insertPlan.one(tx, row))
    await record(tx, cmd, {
      action: 'catalog.plan_created',
      subject: { kind: 'plan', id: made.id },
      after: auditedPlan(made),
    })
    return made
  })
}
