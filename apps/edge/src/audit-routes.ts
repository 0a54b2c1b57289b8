import { csvCell } from '@lessor/status'
import { z } from 'zod'
import { asked, filters, listLog, type Asked, type Entry } from './audit-log.ts'
import type { Ctx } from './call.ts'
import { fileOf, signedIn, type App } from './mount.ts'
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
    const given = queryOf(c, z.strictObject(filters))
    return fileOf(
      'audit',
      csvOf((cursor) => listLog(c.env.DB, { ...given, cursor, limit: 200 })),
    )
  })
}

const queryOf = <Query>(c: Ctx, schema: z.ZodType<Query>) =>
  checkAll([{ schema, value: c.req.query() }])[0] as Query

const header =
  '\ufeffseq,at,actor.kind,actor.id,actor.name,action,subject.kind,subject.id,before,after,ip,user_agent,request_id\r\n'

async function* csvOf(read: (cursor: Asked['cursor']) => ReturnType<typeof listLog>): AsyncGenerator<string> {
  yield header
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<typeof listLog>> = await read(cursor)
    yield page.items.map(lineOf).join('')
    cursor = page.next_cursor
  }
}

function lineOf({
  seq,
  at,
  actor,
  action,
  subject,
  before,
  after,
  ip,
  user_agent,
  request_id,
}: Entry): string {
  const hashes = [before, after].map((value) => value && JSON.stringify(value))
  const who = [actor.kind, actor.id, actor.name, action, subject.kind, subject.id]
  return `${[seq, at, ...who, ...hashes, ip, user_agent, request_id].map(csvCell).join(',')}\r\n`
}
