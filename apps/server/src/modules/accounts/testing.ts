import type { Command } from '../../platform/command.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { createAccount, type NewAccount } from './create-account.ts'
import type { Account } from './queries.ts'

/** An account with this password, or with none that anybody knows. */
export async function anAccount(
  cmd: Command,
  { password, ...input }: Omit<NewAccount, 'passwordHash'> & { readonly password?: string },
): Promise<Account> {
  const passwordHash = password && (await cmd.ground.passwords.hash(password))
  return inTransaction(cmd, (tx) => createAccount(tx, cmd, { ...input, passwordHash }))
}
