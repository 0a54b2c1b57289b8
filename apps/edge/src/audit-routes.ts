import { csvOf, fileLanguage, type Columns } from '@lessor/status'
import { z } from 'zod'
import { asked, filters, listLog, type Entry } from './audit-log.ts'
import type { Ctx } from './call.ts'
import { fileOf, signedIn, type App } from './mount.ts'
import { zoneOf } from './pages.ts'
import { checkAll } from './parse.ts'
import { done } from './reply.ts'

/** The log for the operators, page by page and as a file. */
export function mountAuditLog(app: App): void {
  app.get('/api/admin/logs/audit', async (c) => {
    await signedIn(c)
    return done(await listLog(c.env.DB, queryOf(c, asked)), c.var.requestId)
  })
  app.get('/api/admin/logs/audit/export', async (c) => {
    await signedIn(c)
    const { language, ...given } = queryOf(c, z.strictObject({ ...filters, language: fileLanguage }))
    return fileOf(
      'audit',
      csvOf(
        columns,
        async ({ cursor = '', limit }) => {
          const { items, next_cursor: nextCursor } = await listLog(c.env.DB, { ...given, cursor, limit })
          return { items, nextCursor }
        },
        language && { language, zone: zoneOf(c) },
      ),
    )
  })
}

const queryOf = <Query>(c: Ctx, schema: z.ZodType<Query>) =>
  checkAll([{ schema, value: c.req.query() }])[0] as Query

const jsonOrNull = (value: object | null) => value && JSON.stringify(value)

const columns: Columns<Entry> = {
  seq: (entry) => entry.seq,
  at: (entry) => new Date(entry.at),
  'actor.kind': ({ actor }) => actor.kind,
  'actor.id': ({ actor }) => actor.id,
  'actor.name': ({ actor }) => actor.name,
  action: (entry) => entry.action,
  'subject.kind': ({ subject }) => subject.kind,
  'subject.id': ({ subject }) => subject.id,
  before: ({ before }) => jsonOrNull(before),
  after: ({ after }) => jsonOrNull(after),
  ip: (entry) => entry.ip,
  user_agent: (entry) => entry.user_agent,
  request_id: (entry) => entry.request_id,
}
