import { newId } from '@lessor/kit'
import { randomInt } from 'node:crypto'
import { accountById } from '../accounts/index.ts'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { mailCodeDigits, mailCodeLifeMs, mailCodeQuota, type MailPurpose } from './model.ts'
import { mailboxFor } from './mailbox-for.ts'
import { insertMailCode } from './queries.ts'

export interface MailCode {
  /** In the clear, here only: the database has its keyed hash. */
  readonly code: string
  readonly expiresAt: Date
  readonly email: string
  readonly username: string
}

/**
 * Makes a code for the reader of the account's mailbox, inside the transaction that writes the mail; the code
 * before it, of those that strangers ask for or of those that a known browser does, stops working. Undefined when none may be sent: no such account, no address that may have one, or
 * the quota is used up.
 */
export async function issueMailCode(
  tx: Tx,
  cmd: Command,
  input: { readonly accountId: string; readonly purpose: MailPurpose; readonly known?: boolean },
): Promise<MailCode | undefined> {
  const { accountId, purpose, known = false } = input
  const account = await accountById(tx, accountId)
  const mailbox = account && mailboxFor(account, purpose)
  if (!mailbox) return undefined
  const code = String(randomInt(10 ** mailCodeDigits)).padStart(mailCodeDigits, '0')
  const [codeHash] = mailCodeHashes(cmd, accountId, purpose, code)
  if (!codeHash) throw new Error('The key ring is empty')
  const expiresAt = new Date(cmd.now.getTime() + mailCodeLifeMs)
  const since = new Date(cmd.now.getTime() - mailCodeQuota.windowMs)
  const { email, emailKey } = mailbox
  const row = { id: newId(), accountId, purpose, known, emailKey, codeHash, expiresAt, since, now: cmd.now }
  const made = await insertMailCode.run(tx, { ...row, quota: mailCodeQuota.codes })
  return made ? { code, expiresAt, email, username: account.username } : undefined
}

/** Bound to account and purpose, so that a hash means nothing anywhere else. */
export const mailCodeHashes = (cmd: Command, accountId: string, purpose: MailPurpose, code: string) =>
  cmd.services.secrets.codeHashes(`mail ${purpose} ${accountId} ${code}`)
