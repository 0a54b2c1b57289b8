import { nameKey, newId } from '@lessor/kit'
import { tokenHash } from '@lessor/status'
import { sign, verify } from 'hono/jwt'
import type { Env } from './platform.ts'
import { verifyPassword } from './passwords.ts'
import { invalidCredentials, unauthenticated } from './refusals.ts'

export const cookieName = 'lessor_edge'
export const sessionHours = 24

export interface Operator {
  readonly name: string
  readonly hash: string
}

const algorithm = 'HS256'

/** Signs an operator in: a JWT that lasts until it expires or is signed out, the password changes, or JWT_SECRET does. */
export async function signIn(env: Env, username: string, password: string, now: Date) {
  const operator = operatorsOf(env).find(({ name }) => nameKey(name) === nameKey(username))
  if (!(await verifyPassword(password, operator?.hash)) || !operator) throw invalidCredentials()
  const expiresAt = Math.floor(now.getTime() / 1000) + sessionHours * 3600
  const claims = { jti: newId(), sub: operator.name, exp: expiresAt, password: await markOf(operator) }
  return { operator, token: await sign(claims, secretOf(env), algorithm) }
}

export interface Session {
  readonly operator: Operator
  /** Absent in a JWT of an older program; it can't be ended. */
  readonly id: string | undefined
  /** Unix seconds. */
  readonly expiresAt: number
}

/** The session of this JWT; refuses one that is made up, over or signed out, or of an operator who has another password now. */
export async function sessionOf(env: Env, token: string | undefined): Promise<Session> {
  if (!token) throw unauthenticated()
  const claims = await verify(token, secretOf(env), algorithm).catch(() => {
    throw unauthenticated()
  })
  const operator = operatorsOf(env).find(({ name }) => name === claims.sub)
  if (!operator || claims.password !== (await markOf(operator))) throw unauthenticated()
  const id = typeof claims.jti === 'string' ? claims.jti : undefined
  if (id !== undefined && (await env.DB.prepare(endedSession).bind(id).first())) throw unauthenticated()
  return { operator, id, expiresAt: claims.exp ?? 0 }
}

const endedSession = 'select id from ended_session where id = ?1'

/** Signs a session out: its JWT is refused from now on, wherever a copy of it is. */
export async function endSession({ DB }: Env, { id, expiresAt }: Session): Promise<void> {
  if (id === undefined) return
  await DB.batch([
    DB.prepare('insert or ignore into ended_session (id, ends_at) values (?1, ?2)').bind(
      id,
      expiresAt * 1000,
    ),
    DB.prepare('delete from ended_session where ends_at < ?1').bind(Date.now()),
  ])
}

/** Tells one password from the next without telling the password. */
const markOf = async ({ hash }: Operator) => (await tokenHash(hash)).slice(0, 16)

function operatorsOf({ OPERATORS }: Env): Operator[] {
  const entries = (OPERATORS ?? '').split(/\s+/).filter((entry) => entry !== '')
  return entries.map((entry) => {
    const at = entry.indexOf(':')
    if (at < 1) throw new Error('OPERATORS is a list of name:hash')
    return { name: entry.slice(0, at), hash: entry.slice(at + 1) }
  })
}

// A secret that is missing or short would let anybody sign: nothing is made up instead.
export function secretOf({ JWT_SECRET }: Env): string {
  if (!JWT_SECRET || JWT_SECRET.length < 32) throw new Error('JWT_SECRET needs at least 32 characters')
  return JWT_SECRET
}
