import { nameKey, newId } from '@lessor/kit'
import { demand, type Command } from '../../../../platform/command.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../../core/audit/index.ts'
import { refusing } from '../errors.ts'
import { catalogMay } from '../permissions.ts'
import { insertCategory, type Category } from './queries.ts'

export type NewCategory = Pick<Category, 'name' | 'position' | 'active'>

/** Adds a category under a name that no other has, whatever its case. */
export function createCategory(cmd: Command, given: NewCategory): Promise<Category> {
  demand(cmd, catalogMay.edit)
  return inTransaction(cmd, 'catalog.create_category', async (tx) => {
    const row = { ...given, id: newId(), nameKey: nameKey(given.name), createdAt: cmd.now }
    const made = await refusing(insertCategory.one(tx, row))
    await record(tx, cmd, {
      action: 'catalog.category_created',
      subject: { kind: 'category', id: made.id },
      after: given,
    })
    return made
  })
}
