import { demand, type Command } from '../../../../platform/command.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../../core/audit/index.ts'
import { catalogMay } from '../permissions.ts'
import { removeOrRetire, type Removed } from '../../../../platform/remove-or-retire.ts'
import { changeCategory } from './change-category.ts'
import { deleteCategory } from './queries.ts'

/** Removes a category; one that has groups is only taken out of the shop, with them. */
export function removeCategory(cmd: Command, { id }: { readonly id: string }): Promise<Removed> {
  demand(cmd, catalogMay.edit)
  const remove = () =>
    inTransaction(cmd, 'catalog.remove_category', async (tx) => {
      const gone = await deleteCategory.first(tx, { id })
      if (!gone) throw notFound()
      await record(tx, cmd, {
        action: 'catalog.category_removed',
        subject: { kind: 'category', id },
        before: { name: gone.name },
      })
    })
  return removeOrRetire(remove, () => changeCategory(cmd, { id, active: false }))
}
