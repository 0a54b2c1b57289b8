import { and, eq, gte, inArray, isNull, like, lt, type SQL } from 'drizzle-orm'
import type { Db } from '../../../platform/db.ts'
import { beginning } from '../../../platform/patterns.ts'
import { onId, onTime, ordering, type Page, type Paged } from '../../../platform/paging.ts'
import { deletionOf } from '../../../platform/retention.ts'
import { change, columnsOf, query, standalone } from '../../../platform/statement.ts'
import type { Living } from './model.ts'
import { login, session } from './table.ts'

export type Session = typeof session.$inferSelect
export type Login = typeof login.$inferSelect

export const sessionByHash = query<{ hash: Buffer }, Session>(
  'sessions.by_hash',
  `select ${columnsOf(session)} from sessions_session where token_hash = $hash`,
)
export const sessionById = query<{ id: string }, Session>(
  'sessions.by_id',
  `select ${columnsOf(session)} from sessions_session where id = $id`,
)

export const deleteEndedSessions = deletionOf(
  'sessions.delete_ended',
  'sessions_session',
  'ended_at < $before order by ended_at',
)
export const deleteLogins = deletionOf('sessions.delete_logins', 'sessions_login', 'at < $before order by at')

/** Where a device last signed in from. */
export const addressesOfDevice = query<{ accountId: string; hardwareCode: string }, { ip: string }>(
  'sessions.addresses_of_device',
  `select ip from sessions_session where account_id = $accountId and hardware_code = $hardwareCode
   order by created_at desc limit 20`,
)

export const livingOf = change<{ accountId: string }, Living>(
  'sessions.living_of',
  `select id, kind, slot, hardware_code, created_at from sessions_session where account_id = $accountId and ended_at is null for update`,
)

export const insertSession = change<Omit<Session, 'endedAt' | 'endReason' | 'status'>>(
  'sessions.insert',
  `insert into sessions_session (id, account_id, kind, slot, token_hash, hardware_code, software_version, ip, user_agent,
     heartbeat_interval_s, created_at, last_activity_at, due_at)
   values ($id, $accountId, $kind, $slot, $tokenHash, $hardwareCode, $softwareVersion, $ip, $userAgent,
     $heartbeatIntervalS, $createdAt, $lastActivityAt, $dueAt)`,
)

/** Ends those of the sessions that still live; answers which. */
export const endSessions = change<{ ids: readonly string[]; reason: string; now: Date }, { id: string }>(
  'sessions.end',
  `update sessions_session set ended_at = $now, end_reason = $reason
   where id = any($ids) and ended_at is null returning id`,
)

export const lockSilent = change<{ before: Date; limit: number }, { id: string }>(
  'sessions.lock_silent',
  `select id from sessions_session where ended_at is null and due_at < $before
   order by due_at limit $limit for update skip locked`,
)

/** One write for all heartbeats of a second. What was noted while the clock was ahead doesn't stand in their way. */
export const saveActivity = standalone<{
  ids: readonly string[]
  ats: readonly Date[]
  dues: readonly Date[]
  statuses: readonly (string | null)[]
  now: Date
}>(
  'sessions.save_activity',
  `update sessions_session s set last_activity_at = v.at, due_at = v.due, status = coalesce(v.status, s.status)
   from unnest($ids::uuid[], $ats::timestamptz[], $dues::timestamptz[], $statuses::jsonb[]) v (id, at, due, status)
   where s.id = v.id and s.ended_at is null and (s.last_activity_at <= v.at or s.last_activity_at > $now)`,
)

/**
 * Whether every process that was there during the last seconds could take heartbeats all of that time: a row that isn't
 * renewed belongs to one that was killed, or is frozen with its clients.
 */
export const allTaking = query<{ graceS: number }, { allTaking: boolean }>(
  'sessions.all_taking',
  `select not exists (
     select from platform_instance
     where last_seen_at > clock_timestamp() - make_interval(secs => $graceS)
       and (last_seen_at < clock_timestamp() - interval '5 seconds'
         or coalesce(taking_since, started_at) > clock_timestamp() - make_interval(secs => $graceS))) as all_taking`,
  { reads: ['platform'] },
)

export const insertLogin = standalone<Login>(
  'sessions.insert_login',
  `insert into sessions_login (id, at, account_id, username, hardware_code, software_version, ip, user_agent, result)
   values ($id, $at, $accountId, $username, $hardwareCode, $softwareVersion, $ip, $userAgent, $result)`,
)

export const countOnline = query<{ since: Date }, { count: number }>(
  'sessions.count_online',
  "select count(*) from sessions_session where ended_at is null and due_at >= $since and kind = 'device'",
)

export interface OnlineFilters {
  readonly since: Date
  readonly accountId?: string | undefined
  /** The same, of another question: both must be. */
  readonly namedIds?: readonly string[] | undefined
  /** Leave out browsers at the portal. */
  readonly devicesOnly?: boolean
}

// Neither has an index: both read who is online, as their count does, and an index would be written at every heartbeat.
export const onlineOrder = ordering<Session>(
  {
    created_at: onTime(session.createdAt, (row) => row.createdAt),
    last_activity_at: onTime(session.lastActivityAt, (row) => row.lastActivityAt),
  },
  onId(session.id, (row) => row.id),
  '-created_at',
)

/** Sessions that live and are not silent, newest first unless sorted. */
export async function listOnline(
  db: Db,
  { since, accountId, namedIds, devicesOnly }: OnlineFilters,
  page: Page,
): Promise<Paged<Session>> {
  const { where, orderBy, toPage } = onlineOrder.of(page)
  const rows = await db.orm
    .select()
    .from(session)
    .where(
      and(
        isNull(session.endedAt),
        gte(session.dueAt, since),
        accountId ? eq(session.accountId, accountId) : undefined,
        namedIds ? inArray(session.accountId, [...namedIds]) : undefined,
        devicesOnly ? eq(session.kind, 'device') : undefined,
        where,
      ),
    )
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

export interface LoginFilters {
  readonly accountId?: string | undefined
  readonly username?: string | undefined
  readonly ip?: string | undefined
  readonly hardwareCode?: string | undefined
  readonly result?: string | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

export const loginOrder = ordering<Login>(
  { at: onTime(login.at, (row) => row.at) },
  onId(login.id, (row) => row.id),
  '-at',
)

/** Every try to sign in, newest first unless sorted. */
export async function listLogins(db: Db, filters: LoginFilters, page: Page): Promise<Paged<Login>> {
  const { where, orderBy, toPage } = loginOrder.of(page)
  const conditions: (SQL | undefined)[] = [
    filters.accountId ? eq(login.accountId, filters.accountId) : undefined,
    filters.username ? like(login.username, beginning(filters.username)) : undefined,
    filters.ip ? eq(login.ip, filters.ip) : undefined,
    filters.hardwareCode ? eq(login.hardwareCode, filters.hardwareCode) : undefined,
    filters.result ? eq(login.result, filters.result) : undefined,
    filters.from ? gte(login.at, filters.from) : undefined,
    filters.to ? lt(login.at, filters.to) : undefined,
    where,
  ]
  const rows = await db.orm
    .select()
    .from(login)
    .where(and(...conditions))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}
