import { demand, type Command } from '../../platform/command.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { accountById } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { replaceLink } from './queries.ts'

/** Gives an account a new status link; the one before is dead with the commit. Answers whether there is such an account. */
export function resetLink(cmd: Command, accountId: string, tokenHash: string): Promise<boolean> {
  demand(cmd, 'status.write')
  return inTransaction(cmd, async (tx) => {
    if (!(await accountById(tx, accountId))) return false
    const link = { accountId, tokenHash: Buffer.from(tokenHash, 'hex'), now: cmd.now }
    const { previous } = await replaceLink.one(tx, link)
    await record(tx, cmd, {
      action: 'status.link_reset',
      subject: { kind: 'account', id: accountId },
      before: { link_sha256: previous?.toString('hex') ?? null },
      after: { link_sha256: tokenHash },
    })
    return true
  })
}
