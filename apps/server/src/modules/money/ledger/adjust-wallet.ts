import { formatAmount, newId } from '@lessor/kit'
import { demand, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { notFound } from '../../../platform/refusals.ts'
import { record } from '../../core/audit/index.ts'
import { adjustments, move, wallet } from './model.ts'
import { ledgerMay } from './permissions.ts'
import { post } from './post.ts'
import { balanceOf } from './queries.ts'

export interface Adjustment {
  readonly accountId: string
  /** Fen; negative takes. */
  readonly amountFen: number
  readonly reason: string
}

/** Puts money into a wallet by hand, or takes some, with a reason that the customer reads; never under its credit limit. */
export function adjustWallet(
  cmd: Command,
  { accountId, amountFen, reason }: Adjustment,
): Promise<{ balance: string }> {
  demand(cmd, ledgerMay.adjust)
  return inTransaction(cmd, 'ledger.adjust_wallet', async (tx) => {
    const before = await balanceOf.first(tx, { account: 'wallet', of: accountId })
    if (!before) throw notFound()
    const mine = wallet(accountId)
    const movement = amountFen < 0 ? move(mine, adjustments, -amountFen) : move(adjustments, mine, amountFen)
    await post(tx, cmd, { cause: 'adjustment', causeId: newId(), movements: [movement], note: reason })
    const after = await balanceOf.one(tx, { account: 'wallet', of: accountId })
    await record(tx, cmd, {
      action: 'ledger.wallet_adjusted',
      subject: { kind: 'account', id: accountId },
      before: { balance: before.balance },
      after: { balance: after.balance, amount: formatAmount(amountFen), reason },
    })
    return { balance: after.balance }
  })
}
