import { nameKey, nameText, newId } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { publish } from '../../../platform/outbox.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { addAccount } from './create-account.ts'
import { emailMissing, usernameTaken } from './errors.ts'
import { addressGiven } from './events.ts'
import type { Account } from './queries.ts'
import { insertRegistration } from './registrations/queries.ts'

export interface Registering {
  readonly username: string
  readonly password: string
  readonly email?: string | undefined
}

/** Opens an account for a visitor. Every try that had valid fields is in the registration log, whatever became of it. */
export async function register(cmd: Command, input: Registering): Promise<Account> {
  if (cmd.services.settings.verification.email_required && !input.email) throw emailMissing()
  const passwordHash = await cmd.services.passwords.hash(input.password)
  const account = await inTransaction(cmd, 'accounts.register', async (tx) => {
    const made = await addAccount(tx, cmd, { username: input.username, passwordHash, email: input.email })
    await logTry(tx, cmd, input.username, made)
    if (made?.email) await publish(tx, cmd, addressGiven({ account_id: made.id, language: cmd.language }))
    return made
  })
  // Refused after the commit, which keeps the log.
  if (!account) throw usernameTaken()
  return account
}

const logTry = (tx: Tx, cmd: Command, username: string, made: Account | undefined) =>
  insertRegistration.run(tx, {
    id: newId(),
    at: cmd.now,
    accountId: made?.id ?? null,
    username: nameText(username),
    usernameKey: nameKey(username),
    result: made ? 'ok' : usernameTaken.code,
    ip: cmd.ip,
    userAgent: cmd.userAgent,
  })
