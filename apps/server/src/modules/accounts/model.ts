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
