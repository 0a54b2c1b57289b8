import type { AddressGiven } from '../accounts/index.ts'
import { queueMail, untilText } from '../../core/notify/index.ts'
import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { MailCodeWanted } from './events.ts'
import { issueMailCode } from './issue-mail-code.ts'
import { resetPassword, verifyEmail } from './mails.ts'

const mails = { verify_email: verifyEmail, reset_password: resetPassword }

/** Makes the requested code and writes the mail with it, in one transaction: nothing else ever holds it. */
export async function mailCode(cmd: Command, wanted: MailCodeWanted): Promise<void> {
  const { account_id: accountId, purpose, language, known = false } = wanted
  if (accountId === null) return
  await inTransaction(cmd, 'notify.mail_code', async (tx) => {
    const issued = await issueMailCode(tx, cmd, { accountId, purpose, known })
    if (!issued)
      return cmd.log.info({ accountId, purpose }, 'no code was mailed: none to send, or too many already')
    const { email: to, username, code, expiresAt } = issued
    const until = untilText(expiresAt, cmd.services.settings.server.time_zone)
    const fields = { username, code, until }
    await queueMail(tx, cmd, { to, template: mails[purpose], language, fields, sendBefore: expiresAt })
  })
}

/** The same for an address that was just given: the code that verifies it comes unasked. */
export const mailAddressCode = (cmd: Command, { account_id, language }: AddressGiven) =>
  mailCode(cmd, { account_id, purpose: 'verify_email', language })
