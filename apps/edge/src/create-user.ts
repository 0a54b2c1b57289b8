import { DAY_MS, nameKey, newId } from '@lessor/kit'
import type { MadeUser, NewUser } from '@lessor/status'
import { keyOf, keyUsed, recording, refuseReused, type Act } from './changes.ts'
import type { D1 } from './platform.ts'
import { usernameTaken } from './refusals.ts'
import { userOf, type UserRow } from './rows.ts'
import type { Sealing } from './sealing.ts'

const weekMs = 7 * DAY_MS

const insertUser = `
  insert into user (id, username, username_key, note, token_hash, created_at) select ?1, ?2, ?3, ?4, ?5, ?6
  where not exists (${keyUsed('?7')})
  on conflict (username_key) do nothing`

const insertMade = `
  insert into made (request_key, request_hash, user_id, sealed_token, created_at) select ?1, ?2, id, ?4, ?5
  from user where id = ?3`

const findUser = `
  select user.*, sealed_token from user left join made on request_key = ?2 and user_id = user.id
  where user.id = ?1 or user.id = (select user_id from made where request_key = ?2)`

type Found = UserRow & { readonly sealed_token: string | null; readonly request_hash: string | null }

/**
 * Makes a user with link and first days, once per Idempotency-Key: for a week, who asks again is told the same.
 * Refuses a name that is taken.
 */
export async function createUser(db: D1, act: Act, user: NewUser, sealing: Sealing): Promise<MadeUser> {
  const { username, note, days, token, tokenHash } = user
  const id = newId()
  const [key, now] = [keyOf(act), act.now.getTime()]
  const first = { userId: id, changeDays: days, reason: '', internalNote: '' }
  const results = await db.batch<Found>([
    db.prepare(insertUser).bind(id, username, nameKey(username), note, tokenHash, now, key),
    ...(days > 0 ? recording(db, act, newId(), first) : []),
    ...(await keeping(db, act, { id, token }, sealing)),
    db.prepare(keyUsed('?1')).bind(key),
    db.prepare(findUser).bind(id, key),
  ])
  const [used, found] = results.slice(-2).map(({ results }) => results[0])
  refuseReused(act, used)
  const told = found?.id === id ? token : found?.sealed_token && (await sealing.open(found.sealed_token))
  if (!found || !told) throw usernameTaken()
  // As it was made, whatever has happened to its time since.
  const expiresAt = days > 0 ? new Date(found.created_at + days * DAY_MS) : null
  return { user: { ...userOf(found), expiresAt }, token: told }
}

/** What keeps the answer for a week, where it was asked for under a key. */
async function keeping(db: D1, act: Act, made: { id: string; token: string }, sealing: Sealing) {
  const { idempotency, now } = act
  if (!idempotency) return []
  const kept = [keyOf(act), idempotency.request, made.id, await sealing.seal(made.token), now.getTime()]
  return [
    db.prepare('delete from made where created_at < ?1').bind(now.getTime() - weekMs),
    db.prepare(insertMade).bind(...kept),
  ]
}
