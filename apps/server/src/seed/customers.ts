import { newId } from '@lessor/kit'
import { register } from '../modules/people/accounts/index.ts'
import { vipDevices } from '../modules/leasing/catalog/index.ts'
import { redeemCode } from '../modules/sales/codes/index.ts'
import { signIn } from '../modules/people/sessions/index.ts'
import { made, unlessRefused, type Deed, type Stage } from './stage.ts'

/** What customers do. */
export const customersOn = (stage: Stage) => ({
  // Without an address: a mail server that is configured later must not write to people who don't exist.
  joins: (who: string): Deed => {
    const { password, suffix } = stage
    const registering = { username: who + suffix, password }
    return async (cmd) => {
      stage.accounts.set(who, (await register({ ...cmd, ...placeOf(who) }, registering)).id)
    }
  },
  signsIn: (who: string, hardwareCode: string, intervalS: number | null = null) =>
    triesToSignIn(stage, who, stage.password, { hardwareCode, intervalS }),
  mistypes: (who: string, hardwareCode: string) =>
    triesToSignIn(stage, who, `${stage.password}?`, { hardwareCode, intervalS: null }),
  redeems:
    (who: string, batch: string): Deed =>
    async (cmd) => {
      const cardCode = made(stage.batches, batch).texts.shift()
      const id = made(stage.accounts, who)
      const actor = { kind: 'account', id, name: who + stage.suffix, sessionId: newId() } as const
      if (cardCode) await redeemCode({ ...cmd, ...placeOf(who), actor }, { cardCode })
    },
})

interface Machine {
  readonly hardwareCode: string
  readonly intervalS: number | null
}

/** Who mistyped, or was disabled meanwhile, is refused. */
const triesToSignIn =
  ({ suffix }: Stage, who: string, password: string, machine: Machine): Deed =>
  (cmd) => {
    const device = { ...machine, softwareVersion: '2.4.1', allowed: vipDevices }
    return signIn({ ...cmd, ...placeOf(who) }, { username: who + suffix, password, device }).catch(
      unlessRefused,
    )
  }

/** An address for documentation (RFC 5737), and a program; the same for somebody every time. */
function placeOf(who: string) {
  const number = [...who].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0)
  return { ip: `203.0.113.${(number % 253) + 1}`, userAgent: 'LessorDesktop/2.4.1 (Windows NT 10.0)' }
}
