import type { Refusal } from '@lessor/kit'
import { accountByLogin, lockAccount } from '../accounts/index.ts'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { mailCodeWrong } from './errors.ts'
import { mailCodeHashes } from './issue-mail-code.ts'
import { knownBrowser, type Asker } from './known-browser.ts'
import { mailboxFor } from './mailbox-for.ts'
import { mailCodeTries, type MailPurpose } from './model.ts'
import { tryMailCode } from './queries.ts'

export interface Redemption extends Asker {
  readonly code: string
}

// Tried like anybody's code, so that an account that isn't there takes no less time.
const nilId = '00000000-0000-0000-0000-000000000000'

/**
 * Uses a mailed code up, once, inside the caller's transaction. A wrong code answers undefined instead of
 * throwing: the try was counted, and the caller must commit that.
 */
export async function redeemMailCode(
  tx: Tx,
  cmd: Command,
  purpose: MailPurpose,
  { code, ...asker }: Redemption,
): Promise<{ accountId: string; emailKey: string } | undefined> {
  const account = await accountByLogin(tx, asker.login)
  const accountId = account?.id ?? nilId
  const hashes = mailCodeHashes(cmd, accountId, purpose, code)
  // Locked: the address stays what it is until the code is used.
  const held = await lockAccount.first(tx, { id: accountId })
  const sentTo = held && mailboxFor(held, purpose)
  const attempt = {
    accountId,
    purpose,
    emailKey: sentTo?.emailKey ?? null,
    hashes,
    known: knownBrowser(cmd, asker, account) !== undefined,
    tries: mailCodeTries,
    now: cmd.now,
  }
  const { isRight, emailKey } = await tryMailCode.one(tx, attempt)
  return isRight ? { accountId, emailKey } : undefined
}

export type ResetOutcome =
  | { readonly accountId: string; readonly refusal?: undefined }
  | { readonly accountId?: undefined; readonly refusal: Refusal }

/** Whose password a mailed code may set. The refusal is to be thrown after the commit, which keeps the counted try. */
export async function redeemResetCode(tx: Tx, cmd: Command, input: Redemption): Promise<ResetOutcome> {
  const right = await redeemMailCode(tx, cmd, 'reset_password', input)
  return right ? { accountId: right.accountId } : { refusal: mailCodeWrong() }
}
