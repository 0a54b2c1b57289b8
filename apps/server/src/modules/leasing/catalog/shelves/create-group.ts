import { nameKey, newId } from '@lessor/kit'
import { demand, type Command } from '../../../../platform/command.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../../core/audit/index.ts'
import { refusing } from '../errors.ts'
import { catalogMay } from '../permissions.ts'
import { insertGroup, type Group } from './queries.ts'

export type NewGroup = Pick<Group, 'categoryId' | 'name' | 'position' | 'active'>

/** Adds a group to a category, under a name that no other group there has. */
export function createGroup(cmd: Command, given: NewGroup): Promise<Group> {
  demand(cmd, catalogMay.edit)
  return inTransaction(cmd, 'catalog.create_group', async (tx) => {
    const row = { ...given, id: newId(), nameKey: nameKey(given.name), createdAt: cmd.now }
    const made = await refusing(insertGroup.one(tx, row))
    const { categoryId: category_id, name, position, active } = made
    await record(tx, cmd, {
      action: 'catalog.group_created',
      subject: { kind: 'product_group', id: made.id },
      after: { category_id, name, position, active },
    })
    return made
  })
}
