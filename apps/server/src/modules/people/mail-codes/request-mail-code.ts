import { accountByLogin } from '../accounts/index.ts'
import type { Command } from '../../../platform/command.ts'
import { publish } from '../../../platform/outbox.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { mailCodeWanted } from './events.ts'
import { knownBrowser, type Asker } from './known-browser.ts'
import type { MailPurpose } from './model.ts'

/**
 * Asks for a code by mail, by username or address. Answer and work are the same whether or not there is such an
 * account, and whether or not it may have a code: that is decided when the mail is written.
 */
export function requestMailCode(cmd: Command, input: Asker & { purpose: MailPurpose }): Promise<void> {
  return inTransaction(cmd, 'mail_codes.want_mail_code', async (tx) => {
    const account = await accountByLogin(tx, input.login)
    const known = knownBrowser(cmd, input, account) !== undefined
    const { purpose } = input
    await publish(
      tx,
      cmd,
      mailCodeWanted({ account_id: account?.id ?? null, purpose, language: cmd.language, known }),
    )
  })
}
