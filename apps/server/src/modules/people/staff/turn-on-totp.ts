import { record } from '../../core/audit/index.ts'
import type { Command } from '../../../platform/command.ts'
import { demandOwnPassword } from '../../../platform/own-password.ts'
import { tokenHash } from '../../../platform/secrets.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { StaffActor } from './authenticate-staff.ts'
import { passwordMissing, totpAlreadyOn, totpNotSetUp, totpWrong } from './errors.ts'
import { endSessions, lockMember, memberById, saveTotpSecret, sessionByToken, turnTotpOn } from './queries.ts'
import { issueRecoveryCodes, newTotp, takeTotp } from './second-factor.ts'

const freshMs = 10 * 60_000

export interface TotpSecret {
  /** Base32, for typing. */
  readonly secret: string
  /** otpauth://, for a QR code. */
  readonly uri: string
}

export interface SetUpTotp {
  /** Needed unless the session was opened, with the password, minutes ago. */
  readonly password?: string | undefined
  /** Of the caller's session. */
  readonly token: string
}

/** Makes the caller's secret for an authenticator; no code is required until `confirmTotp` has seen one of it. */
export async function setUpTotp(cmd: Command<StaffActor>, input: SetUpTotp): Promise<TotpSecret> {
  await provePassword(cmd, input)
  return inTransaction(cmd, 'staff.set_up_totp', async (tx) => {
    const member = await lockMember.one(tx, { id: cmd.actor.id })
    if (member.totpEnabledAt) throw totpAlreadyOn()
    const { sealed, base32, uri } = newTotp(cmd, member)
    await saveTotpSecret.run(tx, { id: member.id, secret: sealed })
    await record(tx, cmd, { action: 'staff.totp_set_up', subject: { kind: 'staff', id: member.id } })
    return { secret: base32, uri }
  })
}

async function provePassword(cmd: Command<StaffActor>, { password, token }: SetUpTotp): Promise<void> {
  const { db } = cmd.services
  const { createdAt } = await sessionByToken.one(db, { tokenHash: tokenHash(token) })
  if (password === undefined && cmd.now.getTime() - createdAt.getTime() <= freshMs) return
  if (password === undefined) throw passwordMissing()
  const { passwordHash } = await memberById.one(db, { id: cmd.actor.id })
  await demandOwnPassword(cmd, password, passwordHash)
}

/**
 * Turns the caller's second factor on with a first code of it, and ends their other sessions, which were opened without
 * it; answers the recovery codes, this once.
 */
export function confirmTotp(
  cmd: Command<StaffActor>,
  input: { readonly code: string; readonly token: string },
): Promise<string[]> {
  const guess = { limit: 'secondFactor', name: cmd.actor.id, wrong: [totpWrong] } as const
  return cmd.services.guesses.attempt(cmd, guess, () =>
    inTransaction(cmd, 'staff.confirm_totp', async (tx) => {
      const member = await lockMember.one(tx, { id: cmd.actor.id })
      if (member.totpEnabledAt) throw totpAlreadyOn()
      if (!member.totpSecret) throw totpNotSetUp()
      if (!(await takeTotp(tx, cmd, member, input.code))) throw totpWrong()
      await turnTotpOn.run(tx, { id: member.id, now: cmd.now })
      await endSessions.run(tx, { staffId: member.id, keep: tokenHash(input.token), now: cmd.now })
      const codes = await issueRecoveryCodes(tx, cmd, member.id)
      await record(tx, cmd, { action: 'staff.totp_turned_on', subject: { kind: 'staff', id: member.id } })
      return codes
    }),
  )
}
