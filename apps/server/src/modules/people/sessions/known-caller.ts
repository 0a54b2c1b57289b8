import { nameKey, networkOf } from '@lessor/kit'
import { accountForLogin } from '../accounts/index.ts'
import type { Command } from '../../../platform/command.ts'
import { deviceIn } from '../../../platform/known-device.ts'
import { addressesOfDevice } from './queries.ts'

interface Shown {
  readonly username: string
  /** Absent: a browser. */
  readonly device?: { readonly hardwareCode: string }
  readonly deviceCookie?: string | undefined
}

/**
 * What a caller is known by from an earlier sign-in to this account: a browser by its cookie, a device by its hardware
 * code together with the network that it came from.
 */
export async function knownCaller(cmd: Command, input: Shown): Promise<string | undefined> {
  const { db, secrets } = cmd.services
  const name = nameKey(input.username)
  if (!input.device) return deviceIn(secrets, 'customer', name, input.deviceCookie)
  const account = await accountForLogin(db, name)
  if (!account) return undefined
  const { hardwareCode } = input.device
  const seen = await addressesOfDevice.all(db, { accountId: account.id, hardwareCode })
  const network = networkOf(cmd.ip)
  return seen.some(({ ip }) => networkOf(ip) === network)
    ? `${account.id} ${network} ${hardwareCode}`
    : undefined
}
