import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { issueMailCode } from './issue-mail-code.ts'
import type { MailPurpose } from './model.ts'

/** The code that a mail to the account would hold. */
export async function aMailCode(
  cmd: Command,
  accountId: string,
  purpose: MailPurpose,
  known = false,
): Promise<string> {
  const issued = await inTransaction(cmd, 'mail_codes.a_mail_code', (tx) =>
    issueMailCode(tx, cmd, { accountId, purpose, known }),
  )
  if (!issued) throw new Error('No code was issued')
  return issued.code
}
