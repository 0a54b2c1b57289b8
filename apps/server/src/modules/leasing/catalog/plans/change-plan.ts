import { demand, type Command } from '../../../../platform/command.ts'
import { notFound, validationFailed } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../../core/audit/index.ts'
import { refusing } from '../errors.ts'
import { changed, given, type Change } from '@lessor/kit'
import { catalogMay } from '../permissions.ts'
import type { NewPlan } from './create-plan.ts'
import { planFields, termProblems } from './model.ts'
import { lockPlanRow, updatePlan, type Plan } from './queries.ts'

/** Changes what is given of a plan; orders made before keep what they were made with. */
export function changePlan(
  cmd: Command,
  { id, ...change }: Change<Omit<NewPlan, 'productId'>>,
): Promise<Plan> {
  demand(cmd, catalogMay.edit)
  return inTransaction(cmd, 'catalog.change_plan', async (tx) => {
    const before = await lockPlanRow.first(tx, { id })
    if (!before) throw notFound()
    const wanted = { ...before, ...given(change), updatedAt: cmd.now }
    const problems = termProblems(wanted)
    if (problems.length > 0) throw validationFailed({ problems })
    const after = await refusing(updatePlan.one(tx, wanted))
    await record(tx, cmd, {
      action: 'catalog.plan_changed',
      subject: { kind: 'plan', id },
      ...changed(before, after, planFields),
    })
    return after
  })
}
