import { DAY_MS, MINUTE_MS } from '@lessor/kit'

/** What a mailed code opens. */
export type MailPurpose = 'verify_email' | 'reset_password'

export const mailCodeDigits = 8
export const mailCodeLifeMs = 15 * MINUTE_MS
/** Tries of one code: with the quota below, 25 guesses out of 10^8 in ten minutes. */
export const mailCodeTries = 5
/**
 * Codes per account, and verification codes per mailbox. Codes for a new password go to the account that has verified
 * the address, and strangers who give the same address don't use up its quota.
 */
export const mailCodeQuota = { codes: 5, windowMs: 10 * MINUTE_MS }

/** For how long the holder of the old address can undo a change of address. */
export const undoLifeMs = 7 * DAY_MS

/** An address of which only its holder recognises the whole: `a***@example.org`. */
export const masked = (email: string): string => email.replace(/^(.)[^@]*/u, '$1***')
