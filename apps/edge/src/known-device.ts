import { nameKey, newId } from '@lessor/kit'
import { sign, verify } from 'hono/jwt'
import { secretOf } from './operators.ts'
import type { Env } from './platform.ts'

/** The cookie of a browser that has signed in: it opens nothing, but what strangers try doesn't hold it up. */
export const deviceCookie = 'lessor_edge_device'
export const deviceDays = 365

const algorithm = 'HS256'

/** The id of a browser where this name has signed in; undefined for any other cookie. */
export async function deviceIn(
  env: Env,
  username: string,
  cookie: string | undefined,
): Promise<string | undefined> {
  if (!cookie) return undefined
  const claims = await verify(cookie, secretOf(env), algorithm).catch(() => undefined)
  return claims?.known === nameKey(username) && typeof claims.device === 'string' ? claims.device : undefined
}

/** Makes a browser known in which this name has just signed in. */
export const markDevice = (env: Env, username: string, id = newId()): Promise<string> => {
  const exp = Math.floor(Date.now() / 1000) + deviceDays * 86_400
  return sign({ device: id, known: nameKey(username), exp }, secretOf(env), algorithm)
}
