import { z } from '@hono/zod-openapi'
import { instantText, items, line, page } from '../../platform/http/fields.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { listAudit, type AuditEntry } from './queries.ts'

const entryShape = z
  .object({
    seq: z.number(),
    at: z.string(),
    actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
    action: z.string(),
    subject: z.object({ kind: z.string(), id: z.string() }),
    before: z.unknown(),
    after: z.unknown(),
    ip: z.string(),
    user_agent: z.string(),
    request_id: z.string(),
  })
  .openapi('AuditEntry')

const present = (entry: AuditEntry) => ({
  seq: entry.seq,
  at: entry.at.toISOString(),
  actor: { kind: entry.actorKind, id: entry.actorId, name: entry.actorName },
  action: entry.action,
  subject: { kind: entry.subjectKind, id: entry.subjectId },
  before: entry.before,
  after: entry.after,
  ip: entry.ip,
  user_agent: entry.userAgent,
  request_id: entry.requestId,
})

const getAudit = get(
  '/api/admin/logs/audit',
  {
    summary: 'Every change and who made it, newest first; `action` is the beginning of one',
    who: 'staff:audit.read',
    query: z.strictObject({
      actor_id: line(100).optional(),
      action: line(100).optional(),
      subject_kind: line(100).optional(),
      subject_id: line(100).optional(),
      from: instantText.optional(),
      to: instantText.optional(),
      ...page,
    }),
    data: items(entryShape),
  },
  async ({ cmd, query }) => {
    const { actor_id: actorId, action, subject_kind: subjectKind, subject_id: subjectId, from, to } = query
    const range = { from: from ? new Date(from) : undefined, to: to ? new Date(to) : undefined }
    const entries = await listAudit(
      cmd.ground.db,
      { actorId, action, subjectKind, subjectId, ...range },
      query,
    )
    return { items: entries.items.map(present), next_cursor: entries.nextCursor }
  },
)

export const auditRoutes: readonly Route[] = [getAudit]
