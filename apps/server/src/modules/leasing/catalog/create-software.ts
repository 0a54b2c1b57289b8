import { catalogMay } from './permissions.ts'
import { nameKey, newId } from '@lessor/kit'
import { demand, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { insertSoftware, unlessNameTaken, type Software } from './queries.ts'

export interface NewSoftware {
  readonly name: string
  /** 0 (free) to 100. */
  readonly requiredVipLevel: number
}

/** Adds a software under a name that no other has, whatever its case. */
export function createSoftware(cmd: Command, { name, requiredVipLevel }: NewSoftware): Promise<Software> {
  demand(cmd, catalogMay.writeSoftware)
  return inTransaction(cmd, 'catalog.create_software', async (tx) => {
    const row = { id: newId(), name, nameKey: nameKey(name), requiredVipLevel, createdAt: cmd.now }
    const software = await unlessNameTaken(insertSoftware.one(tx, row))
    await record(tx, cmd, {
      action: 'catalog.software_created',
      subject: { kind: 'software', id: software.id },
      after: { name, required_vip_level: requiredVipLevel },
    })
    return software
  })
}
