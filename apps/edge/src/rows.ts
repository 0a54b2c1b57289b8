import { wholeDays } from '@lessor/kit'
import type { ListedUser, RechargeRecord, StatusUser } from '@lessor/status'

export interface UserRow {
  readonly id: string
  readonly username: string
  /** The name as it is compared. */
  readonly sort_key: string
  readonly note: string
  readonly expires_at: number | null
  readonly ends_key: number
  readonly created_at: number
  /** Null where only the hash of the link's token is known. */
  readonly sealed_token: string | null
}

export interface RecordRow {
  readonly id: string
  readonly user_id: string
  readonly change_days: number
  readonly reason: string
  readonly internal_note: string
  readonly expire_before: number | null
  readonly expire_after: number | null
  readonly operator: string | null
  readonly created_at: number
  readonly request_key: string | null
  readonly request_hash: string | null
  readonly ends_at: number | null
  readonly undoes: string | null
}

export const dateOrNull = (ms: number | null) => (ms === null ? null : new Date(ms))

export const userOf = (row: UserRow): StatusUser => ({
  id: row.id,
  username: row.username,
  note: row.note,
  expiresAt: dateOrNull(row.expires_at),
  createdAt: new Date(row.created_at),
})

/** What a record really changed: taking stops at now. */
export const changedMs = ({
  expire_before: before,
  expire_after: after,
  created_at: at,
}: RecordRow): number => (after ?? at) - (before ?? at)
/** A user in a list; every one has a link. */
export const listedOf = (row: UserRow): ListedUser => ({
  ...userOf(row),
  link: row.sealed_token === null ? 'replace_only' : 'showable',
})

export const recordOf = (row: RecordRow): RechargeRecord => ({
  id: row.id,
  userId: row.user_id,
  changeDays: wholeDays(changedMs(row)),
  reason: row.reason,
  internalNote: row.internal_note,
  expireBefore: dateOrNull(row.expire_before),
  expireAfter: dateOrNull(row.expire_after),
  operator: row.operator,
  createdAt: new Date(row.created_at),
})
