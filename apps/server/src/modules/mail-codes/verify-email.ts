import { confirmAddress } from '../accounts/index.ts'
import type { Command } from '../../platform/command.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { mailCodeWrong } from './errors.ts'
import { redeemMailCode, type Redemption } from './redeem-mail-code.ts'

/** Verifies an account's address with the code that was mailed there; an address belongs to the first that does. */
export async function verifyEmail(cmd: Command, input: Redemption): Promise<void> {
  const isRight = await inTransaction(cmd, async (tx) => {
    const right = await redeemMailCode(tx, cmd, 'verify_email', input)
    // Where it says no, the address was changed in this very moment.
    if (right && !(await confirmAddress(tx, cmd, right))) throw mailCodeWrong()
    return right !== undefined
  })
  if (!isRight) throw mailCodeWrong()
}
