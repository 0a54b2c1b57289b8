import { catalogMay } from './permissions.ts'
import { nameKey } from '@lessor/kit'
import { demand, type Command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { lockSoftware, unlessNameTaken, updateSoftware, type Software } from './queries.ts'

export interface SoftwareChange {
  readonly id: string
  readonly name?: string | undefined
  /** 0 (free) to 100. */
  readonly requiredVipLevel?: number | undefined
}

/** Renames a software or asks for another level; what is not given stays. */
export function changeSoftware(cmd: Command, { id, ...change }: SoftwareChange): Promise<Software> {
  demand(cmd, catalogMay.writeSoftware)
  return inTransaction(cmd, 'catalog.change_software', async (tx) => {
    const before = await lockSoftware.first(tx, { id })
    if (!before) throw notFound()
    const { name = before.name, requiredVipLevel = before.requiredVipLevel } = change
    const row = { id, name, nameKey: nameKey(name), requiredVipLevel, updatedAt: cmd.now }
    const after = await unlessNameTaken(updateSoftware.one(tx, row))
    await record(tx, cmd, {
      action: 'catalog.software_changed',
      subject: { kind: 'software', id },
      before: { name: before.name, required_vip_level: before.requiredVipLevel },
      after: { name, required_vip_level: requiredVipLevel },
    })
    return after
  })
}
