import type { Command } from '../../platform/command.ts'
import { constraintOf, type Tx } from '../../platform/db.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { emailTaken, mailCodeWrong } from './errors.ts'
import { saveVerified } from './queries.ts'
import { redeemMailCode, type Redemption } from './redeem-mail-code.ts'

/** Verifies an account's address with the code that was mailed there; an address belongs to the first that does. */
export async function verifyEmail(cmd: Command, input: Redemption): Promise<void> {
  const isRight = await inTransaction(cmd, async (tx) => {
    const right = await redeemMailCode(tx, cmd, 'verify_email', input)
    if (right) await verify(tx, cmd, right)
    return right !== undefined
  })
  if (!isRight) throw mailCodeWrong()
}

async function verify(
  tx: Tx,
  cmd: Command,
  { accountId, emailKey }: { accountId: string; emailKey: string },
) {
  try {
    const verified = await saveVerified.run(tx, { id: accountId, emailKey, now: cmd.now })
    // The address was changed in this very moment.
    if (verified === 0) throw mailCodeWrong()
  } catch (error) {
    if (constraintOf(error) === 'accounts_account_email') throw emailTaken()
    throw error
  }
}
