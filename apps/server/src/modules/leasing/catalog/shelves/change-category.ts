import { nameKey, changed, given, type Change } from '@lessor/kit'
import { demand, type Command } from '../../../../platform/command.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../../core/audit/index.ts'
import { refusing } from '../errors.ts'
import { catalogMay } from '../permissions.ts'
import type { NewCategory } from './create-category.ts'
import { lockCategory, updateCategory, type Category } from './queries.ts'

/** Changes what is given of a category. */
export function changeCategory(cmd: Command, { id, ...change }: Change<NewCategory>): Promise<Category> {
  demand(cmd, catalogMay.edit)
  return inTransaction(cmd, 'catalog.change_category', async (tx) => {
    const before = await lockCategory.first(tx, { id })
    if (!before) throw notFound()
    const wanted = { ...before, ...given(change) }
    const row = { ...wanted, nameKey: nameKey(wanted.name), updatedAt: cmd.now }
    const after = await refusing(updateCategory.one(tx, row))
    await record(tx, cmd, {
      action: 'catalog.category_changed',
      subject: { kind: 'category', id },
      ...changed(before, after, ['name', 'position', 'active']),
    })
    return after
  })
}
