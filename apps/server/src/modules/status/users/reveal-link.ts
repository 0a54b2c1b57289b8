import { statusMay } from './permissions.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { accountById } from '../../people/accounts/index.ts'
import { record } from '../../core/audit/index.ts'
import { linksOf, statusSealed } from './queries.ts'

/**
 * Shows the token of an account's link, which stays as it is; each time with an entry in the audit log. Undefined when
 * there is no such account, null when the token isn't kept.
 */
export function revealLink(cmd: Command, accountId: string): Promise<string | null | undefined> {
  demand(cmd, statusMay.reveal)
  return inTransaction(cmd, 'status.reveal_link', async (tx) => {
    if (!(await accountById(tx, accountId))) return undefined
    const link = await linksOf.first(tx, { accountIds: [accountId] })
    if (!link?.sealed) return null
    await record(tx, cmd, {
      action: 'status.link_revealed',
      subject: { kind: 'account', id: accountId },
      after: { link_sha256: link.tokenHash.toString('hex') },
    })
    return cmd.services.secrets.open(statusSealed.purpose, link.sealed, accountId).toString()
  })
}
