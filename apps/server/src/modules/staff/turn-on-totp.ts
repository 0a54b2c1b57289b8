import { record } from '../audit/index.ts'
import type { Command } from '../../platform/command.ts'
import { inTransaction } from '../../platform/transaction.ts'
import type { StaffActor } from './authenticate-staff.ts'
import { totpAlreadyOn, totpNotSetUp, totpWrong } from './errors.ts'
import { lockMember, saveTotpSecret, turnTotpOn } from './queries.ts'
import { issueRecoveryCodes, newTotp, takeTotp } from './second-factor.ts'

export interface TotpSecret {
  /** Base32, for typing. */
  readonly secret: string
  /** otpauth://, for a QR code. */
  readonly uri: string
}

/** Makes the caller's secret for an authenticator; nothing is asked for until `confirmTotp` has seen a code of it. */
export function setUpTotp(cmd: Command<StaffActor>): Promise<TotpSecret> {
  return inTransaction(cmd, async (tx) => {
    const member = await lockMember.one(tx, { id: cmd.actor.id })
    if (member.totpEnabledAt) throw totpAlreadyOn()
    const { sealed, base32, uri } = newTotp(cmd, member)
    await saveTotpSecret.run(tx, { id: member.id, secret: sealed })
    await record(tx, cmd, { action: 'staff.totp_set_up', subject: { kind: 'staff', id: member.id } })
    return { secret: base32, uri }
  })
}

/** Turns the caller's second factor on with a first code of it; answers the recovery codes, this once. */
export function confirmTotp(cmd: Command<StaffActor>, input: { readonly code: string }): Promise<string[]> {
  const guess = { limit: 'secondFactor', name: cmd.actor.id, wrong: [totpWrong] } as const
  return cmd.ground.guesses.attempt(cmd, guess, () =>
    inTransaction(cmd, async (tx) => {
      const member = await lockMember.one(tx, { id: cmd.actor.id })
      if (member.totpEnabledAt) throw totpAlreadyOn()
      if (!member.totpSecret) throw totpNotSetUp()
      if (!(await takeTotp(tx, cmd, member, input.code))) throw totpWrong()
      await turnTotpOn.run(tx, { id: member.id, now: cmd.now })
      const codes = await issueRecoveryCodes(tx, cmd, member.id)
      await record(tx, cmd, { action: 'staff.totp_turned_on', subject: { kind: 'staff', id: member.id } })
      return codes
    }),
  )
}
