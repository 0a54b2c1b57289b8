import { statusMay } from './permissions.ts'
import type { NewUser } from '@lessor/status'
import { demand, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { lockAccount } from '../../people/accounts/index.ts'
import { record } from '../../core/audit/index.ts'
import { saveLink } from './link.ts'
import { linksOf } from './queries.ts'

/** Gives an account a new status link; the one before is dead with the commit. Answers whether there is such an account. */
export function resetLink(
  cmd: Command,
  accountId: string,
  { token, tokenHash }: Pick<NewUser, 'token' | 'tokenHash'>,
): Promise<boolean> {
  demand(cmd, statusMay.write)
  return inTransaction(cmd, 'status.reset_link', async (tx) => {
    // Two at once stand in line, so that each sees the link before its own.
    if (!(await lockAccount.first(tx, { id: accountId }))) return false
    const previous = await linksOf.first(tx, { accountIds: [accountId] })
    await saveLink(tx, cmd, { accountId, token, tokenHash })
    await record(tx, cmd, {
      action: 'status.link_reset',
      subject: { kind: 'account', id: accountId },
      before: { link_sha256: previous?.tokenHash.toString('hex') ?? null },
      after: { link_sha256: tokenHash },
    })
    return true
  })
}
