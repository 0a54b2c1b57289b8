import { staffMay } from './permissions.ts'
import { record } from '../../core/audit/index.ts'
import { demand, type Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { demandOwnPassword } from '../../../platform/own-password.ts'
import { invalidCredentials, notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { StaffActor } from './authenticate-staff.ts'
import { totpNotSetUp } from './errors.ts'
import { lockMember, memberById, turnTotpOff, type Member } from './queries.ts'
import { takeSecondFactor } from './second-factor.ts'

/** Turns the caller's own second factor off; takes the password and a code, or a recovery code. */
export async function turnOffOwnTotp(
  cmd: Command<StaffActor>,
  input: { readonly password: string; readonly code: string },
): Promise<void> {
  const { db, guesses } = cmd.services
  const { id } = cmd.actor
  const { passwordHash } = await memberById.one(db, { id })
  await demandOwnPassword(cmd, input.password, passwordHash)
  const guess = { limit: 'secondFactor', name: id, wrong: [invalidCredentials] } as const
  await guesses.attempt(cmd, guess, () =>
    inTransaction(cmd, 'staff.turn_off_own_totp', async (tx) => {
      const member = await lockMember.one(tx, { id })
      if (!member.totpEnabledAt) throw totpNotSetUp()
      if (!(await takeSecondFactor(tx, cmd, member, input.code))) throw invalidCredentials()
      await turnOff(tx, cmd, member)
    }),
  )
}

/** Turns another's second factor off, for staff who lost it and their recovery codes. */
export function turnOffTotp(cmd: Command, { id }: { readonly id: string }): Promise<void> {
  demand(cmd, staffMay.manage)
  return inTransaction(cmd, 'staff.turn_off_totp', async (tx) => {
    const member = await lockMember.first(tx, { id })
    if (!member) throw notFound()
    if (!member.totpSecret) throw totpNotSetUp()
    await turnOff(tx, cmd, member)
  })
}

async function turnOff(tx: Tx, cmd: Command, { id }: Member): Promise<void> {
  await turnTotpOff.run(tx, { id })
  await record(tx, cmd, { action: 'staff.totp_turned_off', subject: { kind: 'staff', id } })
}
