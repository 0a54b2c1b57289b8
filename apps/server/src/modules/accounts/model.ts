import { MINUTE_MS } from '@lessor/kit'

/** What a mailed code opens. */
export type MailPurpose = 'verify_email' | 'reset_password'

export const mailCodeDigits = 8
export const mailCodeLifeMs = 15 * MINUTE_MS
/** Tries of one code: with the quota below, 25 guesses out of 10^8 in ten minutes. */
export const mailCodeTries = 5
/** Codes per account and per mailbox: nobody's mailbox can be flooded through us. */
export const mailCodeQuota = { codes: 5, windowMs: 10 * MINUTE_MS }

/** An address as it is compared: mailboxes that differ in case alone are one in practice. */
export const emailKey = (email: string): string => email.toLowerCase()

export interface Profile {
  readonly email: string | null
  readonly emailKey: string | null
  readonly emailVerifiedAt: Date | null
  readonly displayName: string | null
}

export interface ProfileChange {
  /** Absent: stays. Null: none. */
  readonly email?: string | null | undefined
  readonly displayName?: string | null | undefined
}

/** The profile after a change: another address has not been verified. */
export function profileAfter(before: Profile, change: ProfileChange): Profile {
  const email = change.email === undefined ? before.email : change.email
  const key = email === null ? null : emailKey(email)
  return {
    email,
    emailKey: key,
    emailVerifiedAt: key === before.emailKey ? before.emailVerifiedAt : null,
    displayName: change.displayName === undefined ? before.displayName : change.displayName,
  }
}

/** Whether a code of this purpose may be mailed to the account. */
export function wantsMailCode(account: Profile & { disabledAt: Date | null }, purpose: MailPurpose): boolean {
  if (account.email === null || account.disabledAt !== null) return false
  return purpose === 'reset_password' || account.emailVerifiedAt === null
}
