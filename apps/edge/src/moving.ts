import { nameKey } from '@lessor/kit'
import { newToken, tokenHash, type MovedUser } from '@lessor/status'
import type { RecordRow, UserRow } from './rows.ts'

// What `wrangler d1 execute` reads and answers: the export and import of a D1 go through it, locally as on Cloudflare.

export const selectUsers = 'select * from user order by created_at desc, id desc'
export const selectRecords = 'select * from record order by created_at, id'

/** The rows of both questions as users that another edition can take. */
export function movedOf(users: readonly (UserRow & { token_hash: string })[], records: readonly RecordRow[]) {
  const recordsOf = Map.groupBy(records, (record) => record.user_id)
  return users.map((user): MovedUser => ({
    id: user.id,
    username: user.username,
    note: user.note,
    expires_at: timeOf(user.expires_at),
    token_hash: user.token_hash,
    created_at: new Date(user.created_at).toISOString(),
    records: (recordsOf.get(user.id) ?? []).map((record) => ({
      id: record.id,
      change_days: record.change_days,
      reason: record.reason,
      internal_note: record.internal_note,
      expire_before: timeOf(record.expire_before),
      expire_after: timeOf(record.expire_after),
      operator: record.operator,
      created_at: new Date(record.created_at).toISOString(),
    })),
  }))
}

/** The statements that take a user, a line each; who is here already stays as is. */
export async function* sqlOf(user: MovedUser): AsyncGenerator<string> {
  // A user without a link gets a random one, which is shown to no one.
  const hash = user.token_hash ?? (await tokenHash(newToken()))
  const { id, username, note } = user
  const own = [id, username, id, nameKey(username), note, nameKey(note)]
  const row = [...own, msOf(user.expires_at), hash, msOf(user.created_at)]
  yield `insert or ignore into user (id, username, username_key, name_key, note, note_key, expires_at, token_hash, created_at) values (${listOf(row)});\n`
  for (const record of user.records) {
    const values = [
      record.id,
      id,
      record.change_days,
      record.reason,
      record.internal_note,
      msOf(record.expire_before),
      msOf(record.expire_after),
      record.operator,
      msOf(record.created_at),
    ]
    yield `insert or ignore into record (id, user_id, change_days, reason, internal_note, expire_before, expire_after, operator, created_at) select ${listOf(values)} where exists (select 1 from user where id = ${quoted(id)});\n`
  }
}

const timeOf = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())
const msOf = (text: string | null) => (text === null ? null : Date.parse(text))

const listOf = (values: readonly (string | number | null)[]) =>
  values.map((value) => (typeof value === 'string' ? quoted(value) : String(value))).join(', ')

// Line breaks go in by their number: a statement stays a line, whatever was typed.
const quoted = (text: string) =>
  `'${text.replaceAll("'", "''").replace(/[\n\r]/g, (end) => `'||char(${end.charCodeAt(0)})||'`)}'`
