import { nameKey, changed, given, type Change } from '@lessor/kit'
import { demand, type Command } from '../../../../platform/command.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../../core/audit/index.ts'
import { refusing } from '../errors.ts'
import { catalogMay } from '../permissions.ts'
import type { NewGroup } from './create-group.ts'
import { lockGroup, updateGroup, type Group } from './queries.ts'

/** Changes what is given of a group; another category takes its products along. */
export function changeGroup(cmd: Command, { id, ...change }: Change<NewGroup>): Promise<Group> {
  demand(cmd, catalogMay.edit)
  return inTransaction(cmd, 'catalog.change_group', async (tx) => {
    const before = await lockGroup.first(tx, { id })
    if (!before) throw notFound()
    const wanted = { ...before, ...given(change) }
    const row = { ...wanted, nameKey: nameKey(wanted.name), updatedAt: cmd.now }
    const after = await refusing(updateGroup.one(tx, row))
    await record(tx, cmd, {
      action: 'catalog.group_changed',
      subject: { kind: 'product_group', id },
      ...changed(before, after, ['categoryId', 'name', 'position', 'active']),
    })
    return after
  })
}
