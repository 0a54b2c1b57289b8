import { confirmAddress } from '../accounts/index.ts'
import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { mailCodeWrong } from './errors.ts'
import { offerUndo } from './offer-undo.ts'
import { redeemMailCode, type Redemption } from './redeem-mail-code.ts'

/** Verifies an account's address with the code that was mailed there; an address belongs to the first that does. */
export async function verifyEmail(cmd: Command, input: Redemption): Promise<void> {
  const isRight = await inTransaction(cmd, 'mail_codes.verify_email', async (tx) => {
    const right = await redeemMailCode(tx, cmd, 'verify_email', input)
    if (!right) return false
    const changed = await confirmAddress(tx, cmd, right)
    // The address was changed in this very moment.
    if (!changed) throw mailCodeWrong()
    await offerUndo(tx, cmd, changed)
    return true
  })
  if (!isRight) throw mailCodeWrong()
}
