import { formatAmount } from '@lessor/kit'
import { demand, type Command } from '../../../platform/command.ts'
import { constraintOf } from '../../../platform/db.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { notFound } from '../../../platform/refusals.ts'
import { record } from '../../core/audit/index.ts'
import { underFloor } from './errors.ts'
import { ledgerMay } from './permissions.ts'
import { balanceOf, setFloor } from './queries.ts'

/** Sets how far a wallet may owe. Refused while it owes more already. */
export function setCreditLimit(
  cmd: Command,
  { accountId, limitFen }: { readonly accountId: string; readonly limitFen: number },
): Promise<{ creditLimit: string }> {
  demand(cmd, ledgerMay.adjust)
  return inTransaction(cmd, 'ledger.set_credit_limit', async (tx) => {
    const before = await balanceOf.first(tx, { account: 'wallet', of: accountId })
    if (!before) throw notFound()
    const limit = formatAmount(limitFen)
    try {
      await setFloor.run(tx, { of: accountId, floor: formatAmount(limitFen === 0 ? 0 : -limitFen) })
    } catch (error) {
      throw constraintOf(error) === 'ledger_balance_floor' ? underFloor() : error
    }
    await record(tx, cmd, {
      action: 'ledger.credit_limit_set',
      subject: { kind: 'account', id: accountId },
      before: { credit_limit: limitOf(before.floor) },
      after: { credit_limit: limit },
    })
    return { creditLimit: limit }
  })
}

/** A floor is written as the limit that it stands for: -50.00 is 50.00. */
export const limitOf = (floor: string): string => floor.replace('-', '')
