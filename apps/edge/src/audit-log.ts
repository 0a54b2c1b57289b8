import { z } from 'zod'
import type { Ctx } from './call.ts'
import { signedIn, type App } from './mount.ts'
import { validationFailed } from './refusals.ts'
import { checkAll } from './parse.ts'
import { done } from './reply.ts'

// The server edition's fields, which the console's audit page reads.
const line = z.string().trim().max(100)
const asked = z.strictObject({
  actor_id: line.default(''),
  /** The beginning of one. */
  action: line.default(''),
  subject_kind: line.default(''),
  subject_id: line.default(''),
  from: z.iso.datetime({ offset: true }).default('0000-01-01T00:00:00Z'),
  to: z.iso.datetime({ offset: true }).default('9999-12-31T00:00:00Z'),
  cursor: z.string().max(200).default(''),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

interface LogRow {
  readonly seq: number
  readonly at: number
  readonly actor_kind: string
  readonly actor: string
  readonly action: string
  readonly subject_kind: string
  readonly subject: string
  readonly ip: string
  readonly user_agent: string
  readonly request_id: string
  readonly hash_before: string | null
  readonly hash_after: string | null
}

// A name that is tried at the door is no proof of who tries: that is nobody's act.
const select = `
  with entry as (
    select rowid as seq, created_at as at, ip, user_agent, request_id, hash_before, hash_after,
      iif(action = 'link_reset', 'status.link_reset', 'staff.sign_in_tried') as action,
      iif(action = 'link_reset', 'staff', 'visitor') as actor_kind,
      iif(action = 'link_reset', coalesce(operator, ''), '') as actor,
      iif(action = 'link_reset', 'account', 'staff') as subject_kind,
      iif(action = 'link_reset', coalesce(user_id, ''), coalesce(operator, '')) as subject
    from log
  )
  select * from entry
  where seq < ?1 and (?2 = '' or actor = ?2) and substr(action, 1, length(?3)) = ?3 and (?4 = '' or subject_kind = ?4)
    and (?5 = '' or subject = ?5) and at >= ?6 and at < ?7
  order by seq desc limit ?8`

/** The log as the operators read it: links that were replaced, with both hashes, and sign-ins that were tried. */
export function mountAuditLog(app: App): void {
  app.get('/api/admin/logs/audit', async (c) => {
    await signedIn(c)
    const [given] = checkAll([{ schema: asked, value: c.req.query() }]) as [z.output<typeof asked>]
    return done(await listLog(c, given), c.var.requestId)
  })
}

async function listLog({ env }: Ctx, given: z.output<typeof asked>) {
  const { actor_id, action, subject_kind, subject_id, from, to, cursor, limit } = given
  const { results } = await env.DB.prepare(select)
    .bind(
      seqOf(cursor),
      actor_id,
      action,
      subject_kind,
      subject_id,
      Date.parse(from),
      Date.parse(to),
      limit + 1,
    ) // prettier-ignore
    .all<LogRow>()
  const items = results.slice(0, limit)
  const last = results.length > limit ? items.at(-1) : undefined
  return { items: items.map(present), next_cursor: last ? String(last.seq) : null }
}

function seqOf(cursor: string): number {
  if (cursor === '') return Number.MAX_SAFE_INTEGER
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor)
  const message = { en: 'Not a cursor of this list', zh: '不是此列表的游标' }
  throw validationFailed({ problems: [{ path: 'cursor', message }] })
}

const present = (row: LogRow) => ({
  seq: row.seq,
  at: new Date(row.at).toISOString(),
  actor: { kind: row.actor_kind, id: row.actor, name: row.actor },
  action: row.action,
  subject: { kind: row.subject_kind, id: row.subject },
  before: row.hash_before === null ? null : { link_sha256: row.hash_before },
  after: row.hash_after === null ? null : { link_sha256: row.hash_after },
  ip: row.ip,
  user_agent: row.user_agent,
  request_id: row.request_id,
})
