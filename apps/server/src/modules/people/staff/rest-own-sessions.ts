import { z } from '@hono/zod-openapi'
import { id } from '../../../platform/http/fields.ts'
import { del, get, nothing, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { tokenHash } from '../../../platform/secrets.ts'
import { tokenOf } from './authenticate-staff.ts'
import { endOwnSession, ownSessions } from './own-sessions.ts'

const sessionShape = z
  .object({
    session_id: z.string(),
    ip: z.string(),
    user_agent: z.string(),
    created_at: z.string(),
    last_seen_at: z.string(),
    is_current: z.boolean(),
  })
  .openapi('StaffSession')

export const ownSessionRoutes: readonly Route[] = [
  get(
    '/api/admin/me/sessions',
    { summary: 'My sessions', who: 'staff', data: z.object({ items: z.array(sessionShape) }) },
    async (call) => {
      const current = tokenHash(tokenOf(call))
      const sessions = await ownSessions(call.cmd)
      const items = sessions.map((session) => ({
        session_id: session.id,
        ip: session.ip,
        user_agent: session.userAgent,
        created_at: session.createdAt.toISOString(),
        last_seen_at: session.lastSeenAt.toISOString(),
        is_current: session.tokenHash.equals(current),
      }))
      return { items }
    },
  ),
  del(
    '/api/admin/me/sessions/:id',
    {
      summary: 'End one of my sessions',
      who: 'staff',
      params: z.object({ id }),
      data: nothing,
      refuses: [notFound],
    },
    async ({ cmd, params }) => {
      await endOwnSession(cmd, { sessionId: params.id })
      return {}
    },
  ),
]
