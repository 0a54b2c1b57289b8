import { demand, type Command } from '../../platform/command.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { lockAccount } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { linksOf, replaceLink } from './queries.ts'

/** Gives an account a new status link; the one before is dead with the commit. Answers whether there is such an account. */
export function resetLink(cmd: Command, accountId: string, tokenHash: string): Promise<boolean> {
  demand(cmd, 'status.write')
  return inTransaction(cmd, async (tx) => {
    // Two at once stand in line, so that each sees the link before its own.
    if (!(await lockAccount.first(tx, { id: accountId }))) return false
    const previous = await linksOf.first(tx, { accountIds: [accountId] })
    const link = { accountId, tokenHash: Buffer.from(tokenHash, 'hex'), now: cmd.now }
    await replaceLink.run(tx, link)
    await record(tx, cmd, {
      action: 'status.link_reset',
      subject: { kind: 'account', id: accountId },
      before: { link_sha256: previous?.tokenHash.toString('hex') ?? null },
      after: { link_sha256: tokenHash },
    })
    return true
  })
}
