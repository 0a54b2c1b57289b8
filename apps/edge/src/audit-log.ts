import { isStorableTime } from '@lessor/kit'
import { z } from 'zod'
import type { D1 } from './platform.ts'
import { validationFailed } from './refusals.ts'

// The server edition's fields, which the console's audit page asks with.
const line = z.string().trim().max(100).default('')
const time = z.iso.datetime({ offset: true }).refine((text) => isStorableTime(Date.parse(text)), {
  params: { text: { en: 'From the year 1 to 9999', zh: '须在公元 1 年到 9999 年之间' } },
})
export const filters = {
  actor: line,
  actor_id: line,
  /** The beginning of one. */
  action: line,
  subject_kind: line,
  subject_id: line,
  from: time.default('0000-01-01T00:00:00Z'),
  to: time.default('9999-12-31T00:00:00Z'),
  sort: z.enum(['at', '-at']).default('-at'),
}
export const asked = z.strictObject({
  ...filters,
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
  readonly before: string | null
  readonly after: string | null
}

export type Asked = z.output<typeof asked>
export type Entry = ReturnType<typeof present>

// A name tried at sign-in is no proof of who tries it: such entries have no actor.
const entries = `
  select rowid as seq, created_at as at, ip, user_agent, request_id, hash_before, hash_after, before, after,
    iif(action = 'sign_in', 'staff.sign_in_tried', 'status.' || action) as action,
    iif(action = 'sign_in', 'visitor', 'staff') as actor_kind,
    iif(action = 'sign_in', '', coalesce(operator, '')) as actor,
    iif(action = 'sign_in', 'staff', 'account') as subject_kind,
    iif(action = 'sign_in', coalesce(operator, ''), coalesce(user_id, '')) as subject
  from log`

const conditions = `(?1 = '' or actor = ?1) and substr(action, 1, length(?2)) = ?2 and (?3 = '' or subject_kind = ?3)
  and (?4 = '' or subject = ?4) and at >= ?5 and at < ?6`

const newest = `with entry as (${entries})
  select * from entry where ${conditions} and (?7 is null or seq < ?7) order by seq desc limit ?8`
const oldest = `with entry as (${entries})
  select * from entry where ${conditions} and (?7 is null or seq > ?7) order by seq limit ?8`

/** A page of the log, as the server edition answers it: changes of users and links, and sign-ins that were tried. */
export async function listLog(db: D1, given: Asked): Promise<{ items: Entry[]; next_cursor: string | null }> {
  const { actor, actor_id, action, subject_kind, subject_id, from, to, sort, cursor, limit } = given
  const named = actor || actor_id
  const { results } = await db
    .prepare(sort === 'at' ? oldest : newest)
    .bind(named, action, subject_kind, subject_id, Date.parse(from), Date.parse(to), seqOf(cursor), limit + 1)
    .all<LogRow>()
  const items = results.slice(0, limit)
  const last = results.length > limit ? items.at(-1) : undefined
  return { items: items.map(present), next_cursor: last ? String(last.seq) : null }
}

function seqOf(cursor: string): number | null {
  if (cursor === '') return null
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor)
  const message = { en: 'Not a cursor of this list', zh: '不是此列表的游标' }
  throw validationFailed({ problems: [{ path: 'cursor', message }] })
}

function stateOf(json: string | null, hash: string | null): object | null {
  if (json !== null) return JSON.parse(json) as object
  return hash === null ? null : { link_sha256: hash }
}

const present = (row: LogRow) => ({
  seq: row.seq,
  at: new Date(row.at).toISOString(),
  actor: { kind: row.actor_kind, id: row.actor, name: row.actor },
  action: row.action,
  subject: { kind: row.subject_kind, id: row.subject },
  before: stateOf(row.before, row.hash_before),
  after: stateOf(row.after, row.hash_after),
  ip: row.ip,
  user_agent: row.user_agent,
  request_id: row.request_id,
})
