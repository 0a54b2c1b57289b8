import { nameKey } from '@lessor/kit'
import { and, like } from 'drizzle-orm'
import type { Db } from '../../../platform/db.ts'
import {
  onId,
  onText,
  onTime,
  onTimeOrNever,
  ordering,
  type Page,
  type Paged,
} from '../../../platform/paging.ts'
import { beginning } from '../../../platform/patterns.ts'
import { deletionOf } from '../../../platform/retention.ts'
import { sealedColumn } from '../../../platform/sealed-column.ts'
import { change, columnsOf, query, standalone } from '../../../platform/statement.ts'
import type { Role } from '../../../platform/permission.ts'
import { staffMember, staffSession } from './table.ts'

export type Member = typeof staffMember.$inferSelect
export type Session = typeof staffSession.$inferSelect

export const anyStaff = query<Record<string, never>, { id: string }>(
  'staff.any',
  'select id from staff_member limit 1',
)
/** An owner, as long as no owner has ever signed in. */
export const ownerNotSeen = query<Record<string, never>, { username: string }>(
  'staff.owner_not_seen',
  `select username from staff_member where role = 'owner' and disabled_at is null and not exists
     (select from staff_member where role = 'owner' and last_login_at is not null)
   order by created_at limit 1`,
)
/** Blocks other changes to staff until the transaction ends; reads continue. */
export const lockStaff = change('staff.lock_all', 'lock table staff_member in share row exclusive mode')

export const memberByName = query<{ key: string }, Member>(
  'staff.by_name',
  `select ${columnsOf(staffMember)} from staff_member where username_key = $key`,
)
export const memberById = query<{ id: string }, Member>(
  'staff.by_id',
  `select ${columnsOf(staffMember)} from staff_member where id = $id`,
)
export const lockMember = change<{ id: string }, Member>(
  'staff.lock',
  `select ${columnsOf(staffMember)} from staff_member where id = $id for update`,
)
/** Owners who can sign in; locked in order of id, so that two changes of owners take turns. */
export const lockOwners = change<Record<string, never>, { id: string }>(
  'staff.lock_owners',
  `select id from staff_member where role = 'owner' and disabled_at is null order by id for update`,
)

type NewMember = Pick<Member, 'id' | 'username' | 'usernameKey' | 'passwordHash' | 'role' | 'createdAt'>

/** Answers nothing when the name is taken. */
export const insertMember = change<NewMember, Member>(
  'staff.insert',
  `insert into staff_member (id, username, username_key, password_hash, role, created_at)
   values ($id, $username, $usernameKey, $passwordHash, $role, $createdAt)
   on conflict (username_key) do nothing returning ${columnsOf(staffMember)}`,
)
export const saveStanding = change<{ id: string; role: Role; disabledAt: Date | null }, Member>(
  'staff.save_standing',
  `update staff_member set role = $role, disabled_at = $disabledAt where id = $id returning ${columnsOf(staffMember)}`,
)
export const savePassword = change<{ id: string; hash: string }>(
  'staff.save_password',
  'update staff_member set password_hash = $hash where id = $id',
)
export const noteSignIn = change<{ id: string; now: Date }>(
  'staff.note_sign_in',
  'update staff_member set last_login_at = $now where id = $id',
)

// They are few: no index.
export const staffOrder = ordering<Member>(
  {
    created_at: onTime(staffMember.createdAt, (row) => row.createdAt),
    username: onText(staffMember.usernameKey, (row) => row.usernameKey),
    last_login_at: onTimeOrNever(staffMember.lastLoginAt, (row) => row.lastLoginAt),
  },
  onId(staffMember.id, (row) => row.id),
  '-created_at',
)

/** Staff whose name begins with `query`, newest first unless sorted. */
export async function listStaff(
  db: Db,
  { query }: { readonly query?: string | undefined },
  page: Page,
): Promise<Paged<Member>> {
  const { where, orderBy, toPage } = staffOrder.of(page)
  const rows = await db.orm
    .select()
    .from(staffMember)
    .where(and(query ? like(staffMember.usernameKey, beginning(nameKey(query))) : undefined, where))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

export const insertSession = change<Omit<Session, 'lastSeenAt' | 'endedAt'>>(
  'staff.insert_session',
  `insert into staff_session (id, staff_id, token_hash, created_at, last_seen_at, ip, user_agent)
   values ($id, $staffId, $tokenHash, $createdAt, $createdAt, $ip, $userAgent)`,
)

type Held = Pick<Member, 'id' | 'username' | 'role'> & Pick<Session, 'lastSeenAt'>

/** Who holds a living session: not ended, not idle since `seenAfter`, not older than `madeAfter`, not disabled. */
export const memberBySession = query<{ tokenHash: Buffer; seenAfter: Date; madeAfter: Date }, Held>(
  'staff.by_session',
  `select member.id, member.username, member.role, session.last_seen_at
   from staff_session session join staff_member member on member.id = session.staff_id
   where session.token_hash = $tokenHash and session.ended_at is null
     and session.last_seen_at > $seenAfter and session.created_at > $madeAfter and member.disabled_at is null`,
)
export const touchSession = standalone<{ tokenHash: Buffer; now: Date }>(
  'staff.touch_session',
  'update staff_session set last_seen_at = $now where token_hash = $tokenHash and last_seen_at < $now',
)
export const endSession = change<{ tokenHash: Buffer; now: Date }>(
  'staff.end_session',
  'update staff_session set ended_at = $now where token_hash = $tokenHash and ended_at is null',
)
export const sessionByToken = query<{ tokenHash: Buffer }, Session>(
  'staff.session_by_token',
  `select ${columnsOf(staffSession)} from staff_session where token_hash = $tokenHash`,
)
/** Those that live, as `memberBySession` sees it, newest first. */
export const livingSessions = query<{ staffId: string; seenAfter: Date; madeAfter: Date }, Session>(
  'staff.living_sessions',
  `select ${columnsOf(staffSession)} from staff_session where staff_id = $staffId and ended_at is null
     and last_seen_at > $seenAfter and created_at > $madeAfter order by created_at desc, id desc limit 200`,
)
export const endSessionById = change<{ id: string; staffId: string; now: Date }>(
  'staff.end_session_by_id',
  'update staff_session set ended_at = $now where id = $id and staff_id = $staffId and ended_at is null',
)
/** Ends a member's sessions, but for the one whose token has the hash `keep`. */
export const endSessions = change<{ staffId: string; keep: Buffer | null; now: Date }>(
  'staff.end_sessions',
  `update staff_session set ended_at = $now
   where staff_id = $staffId and ended_at is null and token_hash is distinct from $keep`,
)

/** A secret that is not confirmed yet replaces the one before; one that is on stays. */
export const saveTotpSecret = change<{ id: string; secret: Buffer }>(
  'staff.save_totp_secret',
  `update staff_member set totp_secret = $secret, totp_last_step = 0 where id = $id and totp_enabled_at is null`,
)
export const turnTotpOn = change<{ id: string; now: Date }>(
  'staff.turn_totp_on',
  'update staff_member set totp_enabled_at = $now where id = $id',
)
export const turnTotpOff = change<{ id: string }>(
  'staff.turn_totp_off',
  `with forgotten as (delete from staff_recovery_code where staff_id = $id)
   update staff_member set totp_secret = null, totp_enabled_at = null where id = $id`,
)
/** Takes a 30-second step for good; answers 0 when it, or a later one, was taken. */
export const takeStep = change<{ id: string; step: number }>(
  'staff.take_totp_step',
  'update staff_member set totp_last_step = $step where id = $id and totp_last_step < $step',
)

export const insertRecoveryCodes = change<{ staffId: string; hashes: Buffer[] }>(
  'staff.insert_recovery_codes',
  `insert into staff_recovery_code (staff_id, code_hash) select $staffId, unnest($hashes::bytea[])`,
)
export const spendRecoveryCode = change<{ staffId: string; hashes: Buffer[]; now: Date }>(
  'staff.spend_recovery_code',
  `update staff_recovery_code set used_at = $now
   where staff_id = $staffId and code_hash = any($hashes::bytea[]) and used_at is null`,
)
export const countRecoveryCodes = query<{ staffId: string }, { left: number }>(
  'staff.count_recovery_codes',
  'select count(*) as left from staff_recovery_code where staff_id = $staffId and used_at is null',
)

// A session that wasn't used for so long has ended, whether or not anybody signed out.
export const deleteOldSessions = deletionOf(
  'staff.delete_sessions',
  'staff_session',
  'last_seen_at < $before',
)

export const staffSealed = sealedColumn({
  purpose: 'totp',
  table: 'staff_member',
  column: 'totp_secret',
  bound: 'id::text',
})
