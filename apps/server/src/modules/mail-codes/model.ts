import { MINUTE_MS } from '@lessor/kit'

/** What a mailed code opens. */
export type MailPurpose = 'verify_email' | 'reset_password'

export const mailCodeDigits = 8
export const mailCodeLifeMs = 15 * MINUTE_MS
/** Tries of one code: with the quota below, 25 guesses out of 10^8 in ten minutes. */
export const mailCodeTries = 5
/** Codes per account and per mailbox: nobody's mailbox can be flooded through us. */
export const mailCodeQuota = { codes: 5, windowMs: 10 * MINUTE_MS }

/** What decides whether an account may be mailed a code. */
export interface Addressee {
  readonly email: string | null
  readonly emailVerifiedAt: Date | null
  readonly disabledAt: Date | null
}

/** Whether a code of this purpose may be mailed to the account. */
export function wantsMailCode(account: Addressee, purpose: MailPurpose): boolean {
  if (account.email === null || account.disabledAt !== null) return false
  return purpose === 'reset_password' || account.emailVerifiedAt === null
}
