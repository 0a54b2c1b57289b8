import { nameKey, newId, type Refusal } from '@lessor/kit'
import { accountBySignIn, accountForLogin, noteLogin, savePassword, type Account } from '../accounts/index.ts'
import type { Command } from '../../../platform/command.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { invalidCredentials } from '../../../platform/refusals.ts'
import { newToken, tokenHash } from '../../../platform/secrets.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { endThese } from './end-sessions.ts'
import { accountDisabled, emailUnverified } from './errors.ts'
import { knownCaller } from './known-caller.ts'
import { browserIdleMs, seatFor, seatForBrowser, type Seat } from './model.ts'
import { insertLogin, insertSession, livingOf, sessionByHash, type Session } from './queries.ts'

export interface SignIn {
  /** A browser may show a verified address instead. */
  readonly username: string
  readonly password: string
  /** Absent: a browser at the portal, which takes no device's place. */
  readonly device?: Device
  /** The cookie of a browser that may have signed in before. */
  readonly deviceCookie?: string | undefined
  /** The token of the session that the browser had until now; it ends. */
  readonly shown?: string | undefined
}

export interface Device {
  readonly hardwareCode: string
  readonly softwareVersion: string
  /** Seconds between heartbeats, where the client asks for its own. */
  readonly intervalS: number | null
  /** On how many devices the account may be signed in at once. */
  readonly allowed: (db: Db) => Promise<number>
}

export interface SignedIn {
  readonly account: Account
  readonly session: Session
  readonly sessionToken: string
}

/**
 * Signs a device in and ends the account's other devices over the number allowed; or a browser, beside them. When it
 * has answered, no process accepts an ended one. Every try that isn't refused for its number is in the login log.
 */
export function signIn(cmd: Command, input: SignIn): Promise<SignedIn> {
  const name = nameKey(input.username)
  const known = () => knownCaller(cmd, input)
  const guess = { limit: 'customerSignIn', name, wrong: [invalidCredentials], known } as const
  return cmd.services.guesses.attempt(cmd, guess, () => checkAndOpen(cmd, input))
}

async function checkAndOpen(cmd: Command, input: SignIn): Promise<SignedIn> {
  const { db } = cmd.services
  const account = input.device
    ? await accountForLogin(db, nameKey(input.username))
    : await accountBySignIn(db, input.username)
  const isRight = await cmd.services.passwords.verify(input.password, account?.passwordHash)
  const refusal = isRight && account ? refusalFor(cmd, account) : invalidCredentials()
  if (refusal || !account?.passwordHash)
    return refuse(cmd, input, account?.id ?? null, refusal ?? invalidCredentials())
  const stronger = await strongerHash(cmd, input.password, account.passwordHash)
  const signedIn = await inTransaction(cmd, 'sessions.sign_in', async (tx) => {
    const { hardwareCode: hardware = null, softwareVersion: version = null } = input.device ?? {}
    const verified = { id: account.id, passwordHash: account.passwordHash ?? '' }
    const noted = await noteLogin(tx, { ...verified, hardware, version, ip: cmd.ip, now: cmd.now })
    if (!noted) return undefined
    await endShown(tx, cmd, input)
    const living = await livingOf.all(tx, { accountId: account.id })
    const seat = input.device
      ? seatFor(living, await input.device.allowed(tx), input.device.hardwareCode)
      : seatForBrowser(living)
    await endThese(tx, cmd, seat.evicted, 'replaced')
    const sessionToken = newToken()
    const session = newSession(cmd, input, account.id, seat, sessionToken)
    await insertSession.run(tx, session)
    await insertLogin.run(tx, loginRow(cmd, input, account.id, 'ok'))
    if (stronger) await savePassword(tx, { accountId: account.id, hash: stronger })
    return { account: noted, session, sessionToken }
  })
  // The password or the account changed while it was being checked.
  return signedIn ?? refuse(cmd, input, account.id, invalidCredentials())
}

/** The browser loses the cookie of its old session, which would stay open otherwise. A device's is left alone. */
async function endShown(tx: Tx, cmd: Command, { shown }: SignIn): Promise<void> {
  const session = shown ? await sessionByHash.first(tx, { hash: tokenHash(shown) }) : undefined
  if (session?.kind === 'browser') await endThese(tx, cmd, [session.id], 'logout')
}

function refusalFor(cmd: Command, account: Account): Refusal | undefined {
  if (account.disabledAt) return accountDisabled()
  if (cmd.services.settings.verification.email_required && !account.emailVerifiedAt) return emailUnverified()
  return undefined
}

async function refuse(
  cmd: Command,
  input: SignIn,
  accountId: string | null,
  refusal: Refusal,
): Promise<never> {
  await insertLogin.run(cmd.services.db, loginRow(cmd, input, accountId, refusal.code))
  throw refusal
}

const strongerHash = async ({ services: { passwords } }: Command, password: string, hash: string) =>
  passwords.isWeak(hash) ? passwords.hash(password) : undefined

/** How the log distinguishes sign-ins; a browser has no hardware to name. */
const shownAs = ({ device }: SignIn) => ({
  hardwareCode: device?.hardwareCode ?? '',
  softwareVersion: device?.softwareVersion ?? 'portal',
})

function newSession(
  cmd: Command,
  input: SignIn,
  accountId: string,
  { kind, slot }: Seat,
  token: string,
): Session {
  const { device } = input
  const intervalS = device?.intervalS ?? cmd.services.settings.verification.heartbeat_interval_secs
  return {
    id: newId(),
    accountId,
    kind,
    slot,
    tokenHash: tokenHash(token),
    ...shownAs(input),
    ip: cmd.ip,
    userAgent: cmd.userAgent,
    heartbeatIntervalS: device?.intervalS ?? null,
    status: null,
    createdAt: cmd.now,
    lastActivityAt: cmd.now,
    dueAt: new Date(cmd.now.getTime() + (device ? intervalS * 1000 : browserIdleMs)),
    endedAt: null,
    endReason: null,
  }
}

const loginRow = (cmd: Command, input: SignIn, accountId: string | null, result: string) => ({
  id: newId(),
  at: cmd.now,
  accountId,
  username: input.username,
  ...shownAs(input),
  ip: cmd.ip,
  userAgent: cmd.userAgent,
  result,
})
