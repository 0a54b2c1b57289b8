import { nameKey, newId } from '@lessor/kit'
import { record } from '../../core/audit/index.ts'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Admission, Guess } from '../../../platform/guesses/index.ts'
import { deviceIn } from '../../../platform/known-device.ts'
import { invalidCredentials } from '../../../platform/refusals.ts'
import { newToken, tokenHash } from '../../../platform/secrets.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { totpRequired } from './errors.ts'
import { permissionsOf } from './roles.ts'
import {
  endSession,
  insertSession,
  lockMember,
  memberByName,
  noteSignIn,
  savePassword,
  type Member,
} from './queries.ts'
import { takeSecondFactor } from './second-factor.ts'

export interface SignIn {
  readonly username: string
  readonly password: string
  /** A code of the authenticator, or a recovery code. */
  readonly totp?: string | undefined
  /** The cookie of a browser that may have signed in before. */
  readonly deviceCookie?: string | undefined
  /** The token of the session that the browser had until now; it ends. */
  readonly shown?: string | undefined
}

export interface SignedIn {
  readonly member: Member
  /** The session's only text; stored as SHA-256. */
  readonly token: string
}

/**
 * Opens a session for staff. An unknown name, a wrong password, a disabled member and a wrong second factor are
 * indistinguishable to the caller: same error, same timing. Every attempt under the limit is in the audit log.
 */
export function signIn(cmd: Command, input: SignIn): Promise<SignedIn> {
  const { guesses, secrets } = cmd.services
  const name = nameKey(input.username)
  const guess: Guess = {
    limit: 'staffSignIn',
    name,
    wrong: [invalidCredentials],
    known: () => deviceIn(secrets, 'staff', name, input.deviceCookie),
    secondFactor: input.totp !== undefined,
  }
  return guesses.attempt(cmd, guess, (admission) => check(cmd, input, admission))
}

async function check(cmd: Command, input: SignIn, admission: Admission): Promise<SignedIn> {
  const { db, guesses, passwords } = cmd.services
  const member = await memberByName.first(db, { key: nameKey(input.username) })
  const isRight = await passwords.verify(input.password, member?.passwordHash)
  if (!member || !isRight || member.disabledAt) return refuse(cmd, member)
  if (member.totpEnabledAt && input.totp === undefined) {
    await note(cmd, 'staff.sign_in_without_code', member)
    throw totpRequired()
  }
  if (!member.totpEnabledAt) {
    if (admission.needsSecondFactor) return refuse(cmd, member)
    return enter(cmd, input, member)
  }
  // By account: who gets here knows the password. A browser of the owner's has tries of its own.
  const guess = {
    limit: 'secondFactor',
    name: admission.known ?? member.id,
    wrong: [invalidCredentials],
  } as const
  return guesses.attempt(cmd, guess, () => enter(cmd, input, member))
}

async function enter(cmd: Command, input: SignIn, member: Member): Promise<SignedIn> {
  const { passwords } = cmd.services
  const stronger = passwords.isWeak(member.passwordHash) ? await passwords.hash(input.password) : undefined
  const signedIn = await inTransaction(cmd, 'staff.sign_in', async (tx) => {
    const locked = await lockMember.one(tx, { id: member.id })
    // Changed while the password was being checked.
    if (locked.passwordHash !== member.passwordHash || locked.disabledAt) return undefined
    if (locked.totpEnabledAt && !(await takeSecondFactor(tx, cmd, locked, input.totp ?? ''))) return undefined
    if (stronger) await savePassword.run(tx, { id: locked.id, hash: stronger })
    if (input.shown) await endSession.run(tx, { tokenHash: tokenHash(input.shown), now: cmd.now })
    return openSession(tx, cmd, locked)
  })
  return signedIn ?? refuse(cmd, member)
}

async function openSession(tx: Tx, cmd: Command, member: Member): Promise<SignedIn> {
  const { now, ip, userAgent } = cmd
  const { id, username, role } = member
  const token = newToken()
  const session = { id: newId(), staffId: id, tokenHash: tokenHash(token), createdAt: now, ip, userAgent }
  await insertSession.run(tx, session)
  await noteSignIn.run(tx, { id, now })
  const actor = { kind: 'staff', id, name: username, permissions: permissionsOf(role) } as const
  await record(tx, { ...cmd, actor }, { action: 'staff.signed_in', subject: { kind: 'staff', id } })
  return { member, token }
}

async function refuse(cmd: Command, member: Member | undefined): Promise<never> {
  await note(cmd, 'staff.sign_in_refused', member)
  throw invalidCredentials()
}

/** A name that no member has isn't written down: people type their password there, and the log keeps it for good. */
function note(cmd: Command, action: string, member: Member | undefined): Promise<void> {
  const subject = { kind: 'staff', id: member?.id ?? '' }
  const after = member ? { username: member.username } : undefined
  return inTransaction(cmd, 'staff.note_sign_in_try', (tx) => record(tx, cmd, { action, subject, after }))
}
