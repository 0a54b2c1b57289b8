import { z } from '@hono/zod-openapi'
import { sessionKinds } from './model.ts'
import type { Login, Session } from './queries.ts'

export const sessionShape = z
  .object({
    session_id: z.string(),
    /** A browser at the portal has no hardware code, and takes no device's place. */
    kind: z.enum(sessionKinds),
    hardware_code: z.string(),
    software_version: z.string(),
    ip: z.string(),
    user_agent: z.string(),
    created_at: z.string(),
    last_activity_at: z.string(),
    is_current: z.boolean(),
  })
  .openapi('Session')

export const presentSession = (session: Session, currentId?: string) => ({
  session_id: session.id,
  kind: session.kind,
  hardware_code: session.hardwareCode,
  software_version: session.softwareVersion,
  ip: session.ip,
  user_agent: session.userAgent,
  created_at: session.createdAt.toISOString(),
  last_activity_at: session.lastActivityAt.toISOString(),
  is_current: session.id === currentId,
})

export const onlineShape = sessionShape
  .omit({ is_current: true })
  .extend({ account_id: z.string(), username: z.string(), status: z.unknown() })
  .openapi('OnlineUser')

export const presentOnline = (session: Session, usernames: ReadonlyMap<string, string>) => {
  const { is_current: _, ...shown } = presentSession(session)
  return {
    ...shown,
    account_id: session.accountId,
    username: usernames.get(session.accountId) ?? '',
    status: session.status,
  }
}

export const loginShape = z
  .object({
    id: z.string(),
    at: z.string(),
    account_id: z.string().nullable(),
    username: z.string(),
    hardware_code: z.string(),
    software_version: z.string(),
    ip: z.string(),
    result: z.string(),
  })
  .openapi('Login')

export const presentLogin = (login: Login) => ({
  id: login.id,
  at: login.at.toISOString(),
  account_id: login.accountId,
  username: login.username,
  hardware_code: login.hardwareCode,
  software_version: login.softwareVersion,
  ip: login.ip,
  result: login.result,
})
