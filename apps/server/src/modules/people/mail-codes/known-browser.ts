import { nameKey } from '@lessor/kit'
import type { Account } from '../accounts/index.ts'
import type { Command } from '../../../platform/command.ts'
import { deviceIn } from '../../../platform/known-device.ts'

export interface Asker {
  /** Username or address. */
  readonly login: string
  /** The cookie of a browser that may have signed in before. */
  readonly deviceCookie?: string | undefined
}

/** The id of a browser in which this account has signed in before: what strangers ask for and try doesn't hold it up. */
export function knownBrowser(
  { services }: Command,
  { login, deviceCookie }: Asker,
  account: Pick<Account, 'username' | 'email'> | undefined,
): string | undefined {
  // It knows the name that was typed at the sign-in. An account that isn't there is compared as often.
  const names = [login, account?.username ?? login, account?.email ?? login]
  return names
    .map((name) => deviceIn(services.secrets, 'customer', nameKey(name), deviceCookie))
    .find((id) => id !== undefined)
}
