import { demand, type Command } from '../../../../platform/command.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../../core/audit/index.ts'
import { catalogMay } from '../permissions.ts'
import { removeOrRetire, type Removed } from '../../../../platform/remove-or-retire.ts'
import { changePlan } from './change-plan.ts'
import { auditedPlan } from './model.ts'
import { deletePlan } from './queries.ts'

/** Removes a plan; one that was ever ordered is only taken out of the shop. */
export function removePlan(cmd: Command, { id }: { readonly id: string }): Promise<Removed> {
  demand(cmd, catalogMay.edit)
  const remove = () =>
    inTransaction(cmd, 'catalog.remove_plan', async (tx) => {
      const gone = await deletePlan.first(tx, { id })
      if (!gone) throw notFound()
      await record(tx, cmd, {
        action: 'catalog.plan_removed',
        subject: { kind: 'plan', id },
        before: auditedPlan(gone),
      })
    })
  return removeOrRetire(remove, () => changePlan(cmd, { id, active: false }))
}
