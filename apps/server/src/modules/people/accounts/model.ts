/** An address as it is compared: mailboxes that differ in case alone are one in practice. */
export const emailKey = (email: string): string => email.toLowerCase()

export interface Addresses {
  readonly email: string | null
  readonly emailKey: string | null
  readonly emailVerifiedAt: Date | null
  readonly pendingEmail: string | null
  readonly pendingEmailKey: string | null
}

export interface Profile extends Addresses {
  readonly displayName: string | null
}

export interface ProfileChange {
  /** Absent: stays. Null: none. */
  readonly email?: string | null | undefined
  readonly displayName?: string | null | undefined
}

/** The profile after a change. */
export const profileAfter = (before: Profile, { email, displayName }: ProfileChange): Profile => ({
  ...addressesAfter(before, email),
  displayName: displayName === undefined ? before.displayName : displayName,
})

const nonePending = { pendingEmail: null, pendingEmailKey: null }

/** A verified address stays the one that counts until another one is verified; an unverified one is replaced at once. */
function addressesAfter(before: Profile, email: string | null | undefined): Addresses {
  const { emailVerifiedAt, pendingEmail, pendingEmailKey } = before
  const current = { email: before.email, emailKey: before.emailKey, emailVerifiedAt }
  if (email === undefined) return { ...current, pendingEmail, pendingEmailKey }
  if (email === null) return { email: null, emailKey: null, emailVerifiedAt: null, ...nonePending }
  const key = emailKey(email)
  if (key === before.emailKey) return { ...current, email, ...nonePending }
  if (emailVerifiedAt !== null) return { ...current, pendingEmail: email, pendingEmailKey: key }
  return { email, emailKey: key, emailVerifiedAt: null, ...nonePending }
}

export interface Mailbox {
  readonly email: string
  readonly emailKey: string
}

/** The address that counts: codes that set a password go there, and notices. */
export const verifiedMailbox = ({ email, emailKey, emailVerifiedAt }: Addresses): Mailbox | undefined =>
  email !== null && emailKey !== null && emailVerifiedAt !== null ? { email, emailKey } : undefined

/** The address that waits to be verified. */
export function unverifiedMailbox(addresses: Addresses): Mailbox | undefined {
  const { email, emailKey, emailVerifiedAt, pendingEmail, pendingEmailKey } = addresses
  if (pendingEmail !== null && pendingEmailKey !== null)
    return { email: pendingEmail, emailKey: pendingEmailKey }
  return email !== null && emailKey !== null && emailVerifiedAt === null ? { email, emailKey } : undefined
}

/** What an account is called: its display name, else its sign-in name. */
export const nameOf = (account: { readonly displayName: string | null; readonly username: string }): string =>
  account.displayName ?? account.username
