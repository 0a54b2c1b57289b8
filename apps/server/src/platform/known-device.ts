import { newId } from '@lessor/kit'
import { timingSafeEqual } from 'node:crypto'
import type { Call } from './http/route.ts'
import { tokenKey, type Secrets } from './secrets.ts'

/** The cookies of browsers that have signed in: they open nothing, but what strangers try doesn't hold them up. */
export const deviceCookies = { staff: 'lessor_staff_device', customer: 'lessor_customer_device' } as const

type Realm = keyof typeof deviceCookies

const maxAgeS = 365 * 86_400

/** The id of a browser where this name has signed in; undefined for any other cookie. */
export function deviceIn(
  secrets: Secrets,
  realm: Realm,
  name: string,
  cookie: string | undefined,
): string | undefined {
  const [id = '', mac = ''] = (cookie ?? '').split('.')
  const given = Buffer.from(mac, 'base64url')
  const right = macOf(secrets, realm, name, id)
  return given.length === right.length && timingSafeEqual(given, right) ? id : undefined
}

/** Makes the browser known in which this name has just signed in. */
export function rememberDevice({ cmd, cookies, setCookie }: Call, realm: Realm, name: string): void {
  const { secrets } = cmd.services
  const id = deviceIn(secrets, realm, name, cookies[deviceCookies[realm]]) ?? newId()
  const value = `${id}.${macOf(secrets, realm, name, id).toString('base64url')}`
  setCookie({ name: deviceCookies[realm], value, maxAgeS })
}

// By the newest key alone: a leaked older one makes no device that is known.
function macOf(secrets: Secrets, realm: Realm, name: string, id: string): Buffer {
  const [mac] = secrets.codeHashes(`known device ${realm} ${id} ${tokenKey(name)}`)
  if (!mac) throw new Error('The key ring is empty')
  return mac
}
