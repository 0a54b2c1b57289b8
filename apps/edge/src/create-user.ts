import { DAY_MS, nameKey, newId } from '@lessor/kit'
import { linkNotKept, type MadeUser, type NewUser } from '@lessor/status'
import { keyOf, keyUsed, recording, refuseReused, type Act } from './changes.ts'
import type { D1 } from './platform.ts'
import { keyReused } from './refusals.ts'
import { userOf, type UserRow } from './rows.ts'
import type { Sealing } from './sealing.ts'

const weekMs = 7 * DAY_MS

const insertUser = `
  insert into user (id, username, username_key, name_key, note, note_key, token_hash, sealed_token, created_at)
  select ?1, ?2, ?1, ?3, ?4, ?5, ?6, ?7, ?8
  where not exists (${keyUsed('?9')})`

const insertMade = `
  insert into made (request_key, request_hash, user_id, sealed_token, created_at) select ?1, ?2, id, ?4, ?5
  from user where id = ?3`

const findUser = `
  select user.*, made.sealed_token as made_token from user left join made on request_key = ?2 and user_id = user.id
  where user.id = ?1 or user.id = (select user_id from made where request_key = ?2)`

type Found = UserRow & { readonly made_token: string | null; readonly request_hash: string | null }

/**
 * Makes a user with link and first days, once per Idempotency-Key: for a week, a repeat gets the same answer.
 */
export async function createUser(db: D1, act: Act, user: NewUser, sealing: Sealing): Promise<MadeUser> {
  const { username, note, days, token, tokenHash } = user
  const id = newId()
  const [key, now] = [keyOf(act), act.now.getTime()]
  const first = { userId: id, changeDays: days, reason: '', internalNote: '' }
  const sealed = await sealing.seal(token)
  const results = await db.batch<Found>([
    db
      .prepare(insertUser)
      .bind(id, username, nameKey(username), note, nameKey(note), tokenHash, sealed, now, key),
    ...(days > 0 ? recording(db, act, newId(), first) : []),
    ...keeping(db, act, { id, sealed }),
    db.prepare(keyUsed('?1')).bind(key),
    db.prepare(findUser).bind(id, key),
  ])
  const [used, found] = results.slice(-2).map(({ results }) => results[0])
  refuseReused(act, used)
  // Older than a week: what was answered then isn't kept any more.
  if (!found) throw keyReused()
  const issued = found.id === id ? token : found.made_token && (await sealing.open(found.made_token))
  // Sealed under a JWT_SECRET that has been replaced since.
  if (!issued) throw linkNotKept()
  // As it was made, whatever has happened to its time since.
  const expiresAt = days > 0 ? new Date(found.created_at + days * DAY_MS) : null
  return { user: { ...userOf(found), expiresAt }, token: issued }
}

/** Keeps the answer for a week, where the request had a key. */
function keeping(db: D1, act: Act, made: { id: string; sealed: string }) {
  const { idempotency, now } = act
  if (!idempotency) return []
  const kept = [keyOf(act), idempotency.request, made.id, made.sealed, now.getTime()]
  return [
    db.prepare('delete from made where created_at < ?1').bind(now.getTime() - weekMs),
    db.prepare(insertMade).bind(...kept),
  ]
}
