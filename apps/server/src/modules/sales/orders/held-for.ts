import { parseAmount } from '@lessor/kit'
import type { Tx } from '../../../platform/db.ts'
import { sentTogether } from '../../../platform/sent-together.ts'
import { balanceOf } from '../../money/ledger/index.ts'
import { lockPendingFor, type Payment } from '../../money/payments/index.ts'

export interface HeldFor {
  /** What came in and isn't used, in fen. */
  readonly heldFen: number
  /** What open attempts hold of the wallet beside it, in fen: it goes back when they end. */
  readonly partsFen: number
  /** Those attempts, locked. */
  readonly open: readonly Payment[]
}

/** What is held for a locked order. Locks its open attempts to pay: payments come before balances. */
export async function heldFor(tx: Tx, orderId: string): Promise<HeldFor> {
  const [open, balance] = await sentTogether(
    lockPendingFor.all(tx, { forId: orderId }),
    balanceOf.first(tx, { account: 'held', of: orderId }),
  )
  const partsFen = open.reduce((sum, { walletPart }) => sum + parseAmount(walletPart), 0)
  return { open, partsFen, heldFen: (balance ? parseAmount(balance.balance) : 0) - partsFen }
}
