import { unverifiedMailbox, verifiedMailbox, type Addresses, type Mailbox } from '../accounts/index.ts'
import type { MailPurpose } from './model.ts'

/** Where a code of this purpose is mailed; undefined when none may be. */
export function mailboxFor(
  account: Addresses & { readonly disabledAt: Date | null },
  purpose: MailPurpose,
): Mailbox | undefined {
  if (account.disabledAt !== null) return undefined
  return purpose === 'reset_password' ? verifiedMailbox(account) : unverifiedMailbox(account)
}
