import { codesMay } from './permissions.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { codeRevoked, codeUnknown, codeUsed } from './errors.ts'
import { markRevoked, oneCode, type Code } from './queries.ts'

/** Makes an unused code worthless. Against a redemption at the same moment, exactly one of the two works. */
export function revokeCode(cmd: Command, { id }: { readonly id: string }): Promise<Code> {
  demand(cmd, codesMay.revoke)
  return inTransaction(cmd, 'codes.revoke_code', async (tx) => {
    const code = await markRevoked.first(tx, { id, now: cmd.now })
    if (!code) {
      const ended = await oneCode.first(tx, { id })
      throw ended ? (ended.usedAt ? codeUsed() : codeRevoked()) : codeUnknown()
    }
    await record(tx, cmd, {
      action: 'codes.revoked',
      subject: { kind: 'code', id },
      after: { tail: code.tail, batch_id: code.batchId },
    })
    return code
  })
}
