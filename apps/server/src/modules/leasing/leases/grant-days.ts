import { wholeDays } from '@lessor/kit'
import { record } from '../../core/audit/index.ts'
import { accountById } from '../../people/accounts/index.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { extendLease, type Extended } from './extend-lease.ts'
import { leasesMay } from './permissions.ts'
import { days } from './term-model.ts'

export interface Grant {
  readonly accountId: string
  readonly productId: string
  /** Negative takes days back: from the lowest level first, never below now. */
  readonly changeDays: number
  readonly level: number
  /** Shown to the customer. */
  readonly reason: string
  readonly internalNote: string
}

/** Adds days to a customer's lease by hand, or takes some back; concurrent grants add up exactly. */
export function grantDays(cmd: Command, input: Grant): Promise<Extended> {
  demand(cmd, leasesMay.grant)
  return inTransaction(cmd, 'leases.grant_days', async (tx) => {
    if (!(await accountById(tx, input.accountId))) throw notFound()
    const { accountId, productId, changeDays, level, reason, internalNote } = input
    const extended = await extendLease(tx, cmd, {
      lease: { accountId, productId },
      by: days(changeDays),
      level,
      source: 'grant',
      reason,
      internalNote,
    })
    await record(tx, cmd, {
      action: 'leases.days_granted',
      subject: { kind: 'account', id: accountId },
      before: { level: extended.before.level, expires_at: extended.before.expiresAt },
      after: {
        level: extended.level,
        expires_at: extended.expiresAt,
        change_days: changeDays,
        changed_days: wholeDays(extended.changeMs),
        granted_level: level,
        reason,
      },
    })
    return extended
  })
}
