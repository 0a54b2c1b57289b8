import { auditMay } from './permissions.ts'
import { z } from '@hono/zod-openapi'
import { line, range, rangeOf } from '../../../platform/http/fields.ts'
import type { Route } from '../../../platform/http/route.ts'
import { auditOrder, listAudit, type AuditEntry } from './queries.ts'
import { auditedList } from './rest-lists.ts'

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

const auditList = auditedList('/api/admin/logs/audit', {
  name: 'audit',
  summary: 'Audit log, newest first; `action` is a prefix, `actor` matches exactly',
  permission: auditMay.read,
  filters: {
    actor: line(100).optional(),
    actor_id: line(100).optional(),
    action: line(100).optional(),
    subject_kind: line(100).optional(),
    subject_id: line(100).optional(),
    ...range,
  },
  sorts: auditOrder.sorts,
  item: entryShape,
  load: async (cmd, asked, page) => {
    const { actor: actorName, actor_id: actorId, action } = asked
    const { subject_kind: subjectKind, subject_id: subjectId } = asked
    const filters = { actorName, actorId, action, subjectKind, subjectId, ...rangeOf(asked) }
    const entries = await listAudit(cmd.services.db, filters, page)
    return { ...entries, items: entries.items.map(present) }
  },
})

export const auditRoutes: readonly Route[] = auditList
