import { codesMay } from './permissions.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { codeUnknown } from './errors.ts'
import { oneCode, type Code, codesSealed } from './queries.ts'

export interface RevealedCode extends Code {
  /** As it was issued. */
  readonly text: string
}

/** Shows a code in the clear; each view is an entry in the audit log. */
export function revealCode(cmd: Command, { id }: { readonly id: string }): Promise<RevealedCode> {
  demand(cmd, codesMay.reveal)
  return inTransaction(cmd, 'codes.reveal_code', async (tx) => {
    const found = await oneCode.first(tx, { id })
    if (!found) throw codeUnknown()
    const { sealed, ...code } = found
    await record(tx, cmd, {
      action: 'codes.revealed',
      subject: { kind: 'code', id },
      after: { tail: code.tail, batch_id: code.batchId },
    })
    return { ...code, text: cmd.services.secrets.open(codesSealed.purpose, sealed, id).toString() }
  })
}
