import { accountsMay } from './permissions.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { publish } from '../../../platform/outbox.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { createAccount } from './create-account.ts'
import { addressGiven } from './events.ts'
import type { Account } from './queries.ts'

export interface AccountByHand {
  readonly username?: string | undefined
  readonly displayName?: string | undefined
  readonly email?: string | undefined
  readonly password?: string | undefined
  readonly note?: string | undefined
}

/** Makes an account for a customer, as an operator; an address is unverified, as when its holder registers. */
export async function createAccountByHand(cmd: Command, input: AccountByHand): Promise<Account> {
  demand(cmd, accountsMay.write)
  const { password, ...named } = input
  const passwordHash = password === undefined ? undefined : await cmd.services.passwords.hash(password)
  return inTransaction(cmd, 'accounts.create_account_by_hand', async (tx) => {
    const account = await createAccount(tx, cmd, { ...named, passwordHash })
    const { id, email } = account
    if (email !== null) await publish(tx, cmd, addressGiven({ account_id: id, language: cmd.language }))
    const { username, displayName: display_name, note } = account
    await record(tx, cmd, {
      action: 'accounts.created',
      subject: { kind: 'account', id },
      after: { username, display_name, email, note },
    })
    return account
  })
}
