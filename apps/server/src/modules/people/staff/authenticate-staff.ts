import type { Actor, Services } from '../../../platform/command.ts'
import { unauthenticated } from '../../../platform/refusals.ts'
import { tokenHash } from '../../../platform/secrets.ts'
import { permissionsOf } from './roles.ts'
import { memberBySession, touchSession } from './queries.ts'

export type StaffActor = Extract<Actor, { kind: 'staff' }>

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** The session's token that a request shows in its cookie; '' for none. */
export const tokenOf = (call: {
  readonly cmd: { readonly services: Services }
  readonly cookies: Readonly<Record<string, string>>
}): string => call.cookies[call.cmd.services.settings.session.cookie_name] ?? ''

/** Since when a session must have been seen, and made, to be alive. */
export const livingSince = (session: Services['settings']['session'], now: Date) => ({
  seenAfter: new Date(now.getTime() - session.idle_timeout_minutes * minuteMs),
  madeAfter: new Date(now.getTime() - session.absolute_timeout_hours * hourMs),
})

/** Knows staff by their cookie, with what their role allows right now; refuses who has no living session. */
export async function authenticateStaff(
  { db, settings: { session } }: Services,
  cookies: Readonly<Record<string, string>>,
  now: Date,
): Promise<StaffActor> {
  const token = cookies[session.cookie_name]
  if (!token) throw unauthenticated()
  const held = { tokenHash: tokenHash(token), now }
  const member = await memberBySession.first(db, { ...held, ...livingSince(session, now) })
  if (!member) throw unauthenticated()
  const idleMs = session.idle_timeout_minutes * minuteMs
  // Not a write per request; and often enough for the shortest timeout.
  const restMs = Math.min(minuteMs, idleMs / 2)
  if (now.getTime() - member.lastSeenAt.getTime() >= restMs) await touchSession.run(db, held)
  return { kind: 'staff', id: member.id, name: member.username, permissions: permissionsOf(member.role) }
}
