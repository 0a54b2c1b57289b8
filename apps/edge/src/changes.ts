import { DAY_MS, MINUTE_MS, newId, wholeDays } from '@lessor/kit'
import type { Recharge, Recharged } from '@lessor/status'
import type { D1, Prepared } from './platform.ts'
import { alreadyUndone, keyReused, leaseTooLong, undoTooLate } from './refusals.ts'
import { changedMs, dateOrNull, recordOf, type RecordRow } from './rows.ts'

// D1 has no interactive transactions: a change is one statement that holds its own conditions, and what belongs to it
// follows in the same batch, on the condition that it happened.

/** From where something is asked. */
export interface Origin {
  readonly ip: string
  readonly userAgent: string
  readonly requestId: string
}

/** Who changes something, when, from where, and under which Idempotency-Key. */
export interface Act extends Origin {
  readonly now: Date
  readonly operator: string | null
  readonly idempotency?: { readonly key: string; readonly request: string } | undefined
}

/** The hash of the request under a key, as a query: nothing where it was never used. */
export const keyUsed = (key: string) =>
  `select request_hash from record where request_key = ${key}
   union all select request_hash from made where request_key = ${key}`

const year10000 = Date.UTC(10_000, 0, 1)

// max() of two arguments is SQLite's greatest: the end that is held, or now when it is over. What is left of it after a
// taking is null once it isn't after now; the user's end is now then, or stays in the past: min(), null for who never had
// any.
const insertRecord = `
  insert into record (id, user_id, change_days, reason, internal_note, expire_before, expire_after, operator, created_at,
    request_key, request_hash, ends_at, undoes)
  select ?1, id, ?3, ?4, ?5, iif(expires_at > ?7, expires_at, null),
    iif(max(coalesce(expires_at, 0), ?7) + ?8 > ?7, max(coalesce(expires_at, 0), ?7) + ?8, null),
    ?6, ?7, ?9, ?10,
    iif(max(coalesce(expires_at, 0), ?7) + ?8 > ?7, max(coalesce(expires_at, 0), ?7) + ?8, min(expires_at, ?7)), ?11
  from user
  where id = ?2 and max(coalesce(expires_at, 0), ?7) + ?8 < ${year10000}
    and not exists (${keyUsed('?9')}) and not exists (select 1 from record where undoes = ?11)`

const applyRecord = `
  update user set expires_at = (select ends_at from record where id = ?1)
  where id = (select user_id from record where id = ?1)`

interface Change extends Recharge {
  /** Where it isn't whole days. */
  readonly changeMs?: number
  /** The record that this one undoes. */
  readonly undoes?: string
}

/** Makes the record of a recharge, where the user is and the end can be written, and what it changes. */
export const recording = (db: D1, act: Act, id: string, change: Change): Prepared[] => [
  db.prepare(insertRecord).bind(
    id,
    change.userId,
    change.changeDays,
    change.reason,
    change.internalNote,
    act.operator,
    act.now.getTime(),
    change.changeMs ?? change.changeDays * DAY_MS,
    keyOf(act),
    act.idempotency?.request ?? null,
    change.undoes ?? null,
  ),
  db.prepare(applyRecord).bind(id),
] // prettier-ignore

// An operator's keys are the operator's own.
export const keyOf = ({ operator, idempotency }: Act) =>
  idempotency ? `${operator ?? ''} ${idempotency.key}` : null

/** One atomic change of a user's days; undefined when there is no such user. */
export async function recharge(db: D1, act: Act, change: Change): Promise<Recharged | undefined> {
  const id = newId()
  const find = 'select * from record where id = ?1 or request_key = ?2'
  const [, , found, used, user, undone] = await db.batch<RecordRow>([
    ...recording(db, act, id, change),
    db.prepare(find).bind(id, keyOf(act)),
    db.prepare(keyUsed('?1')).bind(keyOf(act)),
    db.prepare('select id from user where id = ?1').bind(change.userId),
    db.prepare('select id from record where undoes = ?1').bind(change.undoes ?? null),
  ])
  refuseReused(act, used?.results[0])
  const record = found?.results[0]
  if (record) return { ...recordOf(record), endsAt: dateOrNull(record.ends_at) }
  if (undone?.results.length) throw alreadyUndone()
  if (user?.results.length) throw leaseTooLong()
  return undefined
}

const undoableMs = 10 * MINUTE_MS

/** Takes back what a recharge of the last 10 minutes changed, once; undefined when there is no such record. */
export async function undo(
  db: D1,
  act: Act,
  recordId: string,
  given: Pick<Recharge, 'reason' | 'internalNote'>,
): Promise<Recharged | undefined> {
  // A record never changes: what is read here still holds in the batch, whose statement lets only the first one in.
  const [record, undone] = (
    await db.batch<RecordRow>([
      db.prepare('select * from record where id = ?1').bind(recordId),
      db.prepare('select * from record where undoes = ?1').bind(recordId),
    ])
  ).map(({ results }) => results[0])
  if (!record) return undefined
  const isRepeat = act.idempotency !== undefined && undone?.request_key === keyOf(act)
  if (undone && !isRepeat) throw alreadyUndone()
  const ms = changedMs(record)
  const isLate = act.now.getTime() - record.created_at > undoableMs
  if (!isRepeat && (isLate || ms === 0 || record.undoes !== null)) throw undoTooLate()
  const change = { userId: record.user_id, changeDays: -wholeDays(ms), changeMs: -ms, undoes: recordId }
  return recharge(db, act, { ...given, ...change })
}

/** Refuses a key that was used for another request. */
export function refuseReused({ idempotency }: Act, used: { request_hash: string | null } | undefined): void {
  if (used && used.request_hash !== idempotency?.request) throw keyReused()
}
