import { demand, type Command } from '../../../../platform/command.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../../core/audit/index.ts'
import { catalogMay } from '../permissions.ts'
import { removeOrRetire, type Removed } from '../../../../platform/remove-or-retire.ts'
import { changeGroup } from './change-group.ts'
import { deleteGroup } from './queries.ts'

/** Removes a group; one that has products is only taken out of the shop, with them. */
export function removeGroup(cmd: Command, { id }: { readonly id: string }): Promise<Removed> {
  demand(cmd, catalogMay.edit)
  const remove = () =>
    inTransaction(cmd, 'catalog.remove_group', async (tx) => {
      const gone = await deleteGroup.first(tx, { id })
      if (!gone) throw notFound()
      await record(tx, cmd, {
        action: 'catalog.group_removed',
        subject: { kind: 'product_group', id },
        before: { name: gone.name },
      })
    })
  return removeOrRetire(remove, () => changeGroup(cmd, { id, active: false }))
}
