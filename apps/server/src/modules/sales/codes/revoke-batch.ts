import { codesMay } from './permissions.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { batchUnknown } from './errors.ts'
import { countedBatch, markBatchRevoked, type CountedBatch } from './queries.ts'

/** Makes all codes of a batch worthless that are still unused; used ones stay used. */
export function revokeBatch(cmd: Command, { id }: { readonly id: string }): Promise<CountedBatch> {
  demand(cmd, codesMay.revoke)
  return inTransaction(cmd, 'codes.revoke_batch', async (tx) => {
    const revoked = await markBatchRevoked.run(tx, { batchId: id, now: cmd.now })
    const batch = await countedBatch(tx, id)
    if (!batch) throw batchUnknown()
    await record(tx, cmd, {
      action: 'codes.batch_revoked',
      subject: { kind: 'code_batch', id },
      after: { revoked },
    })
    return batch
  })
}
