import { statusMay } from './permissions.ts'
import type { MadeUser, NewUser } from '@lessor/status'
import { demand, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { createAccount, nameOf } from '../../people/accounts/index.ts'
import { record } from '../../core/audit/index.ts'
import { vipProductId } from '../../leasing/catalog/index.ts'
import { days as byDays, extendLease } from '../../leasing/leases/index.ts'
import { saveLink } from './link.ts'

/** Makes an account without a sign-in, with its link and first days: all of it or nothing. */
export function createUser(cmd: Command, user: NewUser): Promise<MadeUser> {
  const { username: displayName, note, days, token, tokenHash } = user
  demand(cmd, statusMay.write)
  if (days > 0) demand(cmd, statusMay.recharge)
  return inTransaction(cmd, 'status.create_user', async (tx) => {
    const account = await createAccount(tx, cmd, { displayName, note })
    const { id: accountId } = account
    await saveLink(tx, cmd, { accountId, token, tokenHash })
    const first = {
      lease: { accountId, productId: vipProductId },
      by: byDays(days),
      source: 'grant',
    } as const
    const lease = days > 0 ? await extendLease(tx, cmd, first) : undefined
    await record(tx, cmd, {
      action: 'status.user_created',
      subject: { kind: 'account', id: accountId },
      after: { username: nameOf(account), note, days, link_sha256: tokenHash },
    })
    const { createdAt } = account
    const made = { id: accountId, username: nameOf(account), note, createdAt }
    return { user: { ...made, expiresAt: lease?.expiresAt ?? null }, token }
  })
}
