import type { MovedUser } from '@lessor/status'
import { demand, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { accountById, createAccount, accountsMay } from '../../people/accounts/index.ts'
import { record } from '../../core/audit/index.ts'
import { vipProductId } from '../../leasing/catalog/index.ts'
import { importLease, leasesMay } from '../../leasing/leases/index.ts'
import { saveLink } from './link.ts'

/**
 * Takes one user of another edition with time, records and link, whole or not at all. Answers false, and changes
 * nothing, when the user is here already.
 */
export function importUser(cmd: Command, user: MovedUser): Promise<boolean> {
  demand(cmd, accountsMay.write)
  demand(cmd, leasesMay.grant)
  return inTransaction(cmd, 'status.import_user', async (tx) => {
    const { id: accountId, username, note } = user
    if (await accountById(tx, accountId)) return false
    const createdAt = new Date(user.created_at)
    await createAccount(tx, cmd, { id: accountId, createdAt, displayName: username, note })
    await importLease(tx, cmd, {
      accountId,
      productId: vipProductId,
      expiresAt: dateOrNull(user.expires_at),
      entries: user.records.map((one) => ({
        id: one.id,
        changeDays: one.change_days,
        reason: one.reason,
        internalNote: one.internal_note,
        expireBefore: dateOrNull(one.expire_before),
        expireAfter: dateOrNull(one.expire_after),
        operatorName: one.operator,
        createdAt: new Date(one.created_at),
      })),
    })
    if (user.token_hash) await saveLink(tx, cmd, { accountId, tokenHash: user.token_hash })
    await record(tx, cmd, {
      action: 'status.user_imported',
      subject: { kind: 'account', id: accountId },
      after: { username, expires_at: user.expires_at, records: user.records.length },
    })
    return true
  })
}

const dateOrNull = (text: string | null) => (text === null ? null : new Date(text))
