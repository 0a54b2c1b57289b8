import type { Actor, Ground } from '../../platform/command.ts'
import { unauthenticated } from '../../platform/refusals.ts'
import { tokenHash } from '../../platform/secrets.ts'
import { permissionsOf } from './model.ts'
import { memberBySession, touchSession } from './queries.ts'

export type StaffActor = Extract<Actor, { kind: 'staff' }>

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Knows staff by their cookie, with what their role allows right now; refuses who has no living session. */
export async function authenticateStaff(
  { db, settings: { session } }: Ground,
  cookies: Readonly<Record<string, string>>,
  now: Date,
): Promise<StaffActor> {
  const token = cookies[session.cookie_name]
  if (!token) throw unauthenticated()
  const idleMs = session.idle_timeout_minutes * minuteMs
  const held = { tokenHash: tokenHash(token), now }
  const member = await memberBySession.first(db, {
    ...held,
    seenAfter: new Date(now.getTime() - idleMs),
    madeAfter: new Date(now.getTime() - session.absolute_timeout_hours * hourMs),
  })
  if (!member) throw unauthenticated()
  // Not a write per request; and often enough for the shortest timeout.
  const restMs = Math.min(minuteMs, idleMs / 2)
  if (now.getTime() - member.lastSeenAt.getTime() >= restMs) await touchSession.run(db, held)
  return { kind: 'staff', id: member.id, name: member.username, permissions: permissionsOf(member.role) }
}
