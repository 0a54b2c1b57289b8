import { catalogMay } from './permissions.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { deleteSoftware, type Software } from './queries.ts'

/** Takes a software off the list for good and answers what it was. */
export function removeSoftware(cmd: Command, { id }: { readonly id: string }): Promise<Software> {
  demand(cmd, catalogMay.writeSoftware)
  return inTransaction(cmd, 'catalog.remove_software', async (tx) => {
    const software = await deleteSoftware.first(tx, { id })
    if (!software) throw notFound()
    await record(tx, cmd, {
      action: 'catalog.software_removed',
      subject: { kind: 'software', id },
      before: { name: software.name, required_vip_level: software.requiredVipLevel },
    })
    return software
  })
}
