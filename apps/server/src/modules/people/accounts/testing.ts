import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { setVerified } from './confirm-address.ts'
import { createAccount, type NewAccount } from './create-account.ts'
import type { Account } from './queries.ts'

interface Tested {
  readonly password?: string
  /** Whether its address is. */
  readonly verified?: boolean
}

/** An account with this password, or with none that anybody knows. */
export async function anAccount(
  cmd: Command,
  { password, verified, ...input }: Omit<NewAccount, 'passwordHash'> & Tested,
): Promise<Account> {
  const passwordHash = password && (await cmd.services.passwords.hash(password))
  const account = await inTransaction(cmd, 'accounts.an_account', (tx) =>
    createAccount(tx, cmd, { ...input, passwordHash }),
  )
  return verified ? withVerifiedAddress(cmd, account) : account
}

/** The account, its address verified. */
export function withVerifiedAddress(cmd: Command, { id, email, emailKey }: Account): Promise<Account> {
  if (email === null || emailKey === null) throw new Error('The account has no address')
  return inTransaction(cmd, 'accounts.with_verified_address', (tx) =>
    setVerified(tx, cmd, id, { email, emailKey }),
  )
}
