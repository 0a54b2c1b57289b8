import { demand, type Command } from '../../../../platform/command.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../audit/index.ts'
import { pluginsMay } from '../permissions.ts'
import { audited } from './audited.ts'
import { deleteInterfaceRow, lockInterface, type Interface } from './queries.ts'

/** Deletes an interface, with its secrets and what its scripts kept; refused while something uses it. */
export function deleteInterface(cmd: Command, { id }: { readonly id: string }): Promise<Interface> {
  demand(cmd, pluginsMay.edit)
  return inTransaction(cmd, 'plugins.delete_interface', async (tx) => {
    const before = await lockInterface.first(tx, { id })
    if (!before) throw notFound()
    await deleteInterfaceRow(tx, { id })
    await record(tx, cmd, {
      action: 'plugins.interface_deleted',
      subject: { kind: 'interface', id },
      before: { plugin: before.plugin, ...audited(before) },
    })
    return before
  })
}
