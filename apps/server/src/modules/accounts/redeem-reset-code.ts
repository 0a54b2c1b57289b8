import type { Refusal } from '@lessor/kit'
import type { Command } from '../../platform/command.ts'
import type { Tx } from '../../platform/db.ts'
import { mailCodeWrong } from './errors.ts'
import { redeemMailCode, type Redemption } from './redeem-mail-code.ts'

export type ResetOutcome =
  | { readonly accountId: string; readonly refusal?: undefined }
  | { readonly accountId?: undefined; readonly refusal: Refusal }

/** Whose password a mailed code may set. The refusal is to be thrown after the commit, which keeps the counted try. */
export async function redeemResetCode(tx: Tx, cmd: Command, input: Redemption): Promise<ResetOutcome> {
  const right = await redeemMailCode(tx, cmd, 'reset_password', input)
  return right ? { accountId: right.accountId } : { refusal: mailCodeWrong() }
}
