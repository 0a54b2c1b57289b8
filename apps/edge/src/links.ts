import { newId, nameKey } from '@lessor/kit'
import type { ListedUser, NewUser, UserChange } from '@lessor/status'
import type { Act } from './changes.ts'
import type { D1 } from './platform.ts'
import { listedOf, type UserRow } from './rows.ts'
import type { Sealing } from './sealing.ts'

// Every entry takes what it says of the user from the row as it is at that moment.
const logOf = (action: string, columns: string, values: string) => `
  insert into log (id, action, ip, operator, created_at, user_agent, request_id, user_id, ${columns})
  select ?1, '${action}', ?2, ?3, ?4, ?5, ?6, id, ${values} from user where id = ?7`

const loggedBy = ({ ip, operator, now, userAgent, requestId }: Act, userId: string) =>
  [newId(), ip, operator, now.getTime(), userAgent, requestId, userId] as const

const logReset = logOf('link_reset', 'hash_before, hash_after', 'token_hash, ?8')
const logReveal = logOf('link_revealed', 'hash_after', 'token_hash')
const logChange = logOf(
  'user_changed',
  'before, after',
  `json_object('username', username, 'note', note),
    json_object('username', coalesce(?8, username), 'note', coalesce(?9, note))`,
)
const replaceLink = 'update user set token_hash = ?2, sealed_token = ?3 where id = ?1 returning id'
const saveUser = `
  update user set username = coalesce(?2, username), name_key = coalesce(?3, name_key), note = coalesce(?4, note),
    note_key = coalesce(?5, note_key)
  where id = ?1 returning *`

/** Replaces a user's link, and logs both hashes; answers whether there is such a user. */
export async function resetToken(
  db: D1,
  act: Act,
  userId: string,
  { token, tokenHash }: Pick<NewUser, 'token' | 'tokenHash'>,
  sealing: Sealing,
): Promise<boolean> {
  const sealed = await sealing.seal(token)
  const [, changed] = await db.batch<{ id: string }>([
    db.prepare(logReset).bind(...loggedBy(act, userId), tokenHash),
    db.prepare(replaceLink).bind(userId, tokenHash, sealed),
  ])
  return (changed?.results.length ?? 0) > 0
}

/** The token of a user's link, logged; undefined when there is no such user, null where it isn't kept. */
export async function revealToken(db: D1, act: Act, userId: string, sealing: Sealing) {
  const user = await db.prepare('select * from user where id = ?1').bind(userId).first<UserRow>()
  if (!user) return undefined
  const token = user.sealed_token === null ? undefined : await sealing.open(user.sealed_token)
  if (token === undefined) return null
  await db
    .prepare(logReveal)
    .bind(...loggedBy(act, userId))
    .run()
  return token
}

/** Changes what a user is called, or the operators' note; undefined when there is no such user. */
export async function changeUser(db: D1, act: Act, change: UserChange): Promise<ListedUser | undefined> {
  const { userId, username = null, note = null } = change
  const keys = [username, note].map((text) => (text === null ? null : nameKey(text)))
  const [, saved] = await db.batch<UserRow>([
    db.prepare(logChange).bind(...loggedBy(act, userId), username, note),
    db.prepare(saveUser).bind(userId, username, keys[0] ?? null, note, keys[1] ?? null),
  ])
  const row = saved?.results[0]
  return row && listedOf(row)
}
