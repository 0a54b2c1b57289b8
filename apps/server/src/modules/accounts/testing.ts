import type { Command } from '../../platform/command.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { createAccount, type NewAccount } from './create-account.ts'
import { issueMailCode } from './issue-mail-code.ts'
import type { MailPurpose } from './model.ts'
import type { Account } from './queries.ts'

/** An account with this password, or with none that anybody knows. */
export async function anAccount(
  cmd: Command,
  { password, ...input }: Omit<NewAccount, 'passwordHash'> & { readonly password?: string },
): Promise<Account> {
  const passwordHash = password && (await cmd.ground.passwords.hash(password))
  return inTransaction(cmd, (tx) => createAccount(tx, cmd, { ...input, passwordHash }))
}

/** The code that a mail to the account would hold. */
export async function aMailCode(cmd: Command, accountId: string, purpose: MailPurpose): Promise<string> {
  const issued = await inTransaction(cmd, (tx) => issueMailCode(tx, cmd, { accountId, purpose }))
  if (!issued) throw new Error('No code was issued')
  return issued.code
}
