import { DAY_MS, daysLeft } from '@lessor/kit'
import type { Calendar } from './rules.ts'
import { seconds, secondsOrNull } from './rules.ts'
import type { Figures, ListedRecord, ListedUser, RechargeRecord, Standing, StatusUser } from './port.ts'
import type { ListedRecordReply, RecordReply, StatusReply, TodayReply, UsersReply } from './schemas.ts'

const presentExpiry = ({ expiresAt }: Pick<StatusUser, 'expiresAt'>, now: Date) => ({
  expire_at: secondsOrNull(expiresAt),
  days_left: daysLeft(expiresAt, now),
})

export const presentMade = (user: StatusUser, now: Date) => ({
  id: user.id,
  username: user.username,
  ...presentExpiry(user, now),
})

export const presentUser = (user: ListedUser, now: Date): UsersReply['items'][number] => ({
  ...presentMade(user, now),
  note: user.note,
  created_at: seconds(user.createdAt),
  link: user.link,
})

export const presentRecord = (record: RechargeRecord): RecordReply => ({
  id: record.id,
  user_id: record.userId,
  change_days: record.changeDays,
  reason: record.reason,
  internal_note: record.internalNote,
  expire_before: secondsOrNull(record.expireBefore),
  expire_after: secondsOrNull(record.expireAfter),
  operator: record.operator,
  created_at: seconds(record.createdAt),
})

export const presentListed = (record: ListedRecord): ListedRecordReply => ({
  ...presentRecord(record),
  username: record.username,
})

/** What the holder of the link may see: no ids, no internal notes, no operators. */
export const presentStanding = ({ user, history }: Standing, now: Date): StatusReply => ({
  username: user.username,
  ...presentExpiry(user, now),
  server_time: seconds(now),
  history: history.map((record) => ({
    change_days: record.changeDays,
    reason: record.reason,
    expire_after: secondsOrNull(record.expireAfter),
    created_at: seconds(record.createdAt),
  })),
})

/** The moments by which Today counts who expires: 3 and 7 days of 24 hours from now. */
export const soon = (now: Date): Date[] => [3, 7].map((days) => new Date(now.getTime() + days * DAY_MS))

export function presentToday({ days, activeAt, expiringBy }: Figures, { names }: Calendar): TodayReply {
  const series = names.map((day, i) => ({
    day,
    recharges: days[i]?.recharges ?? 0,
    days_added: days[i]?.daysAdded ?? 0,
    new_users: days[i]?.newUsers ?? 0,
    active_users: activeAt[i] ?? 0,
  }))
  const today = series.at(-1)
  return {
    recharges: today?.recharges ?? 0,
    days_added: today?.days_added ?? 0,
    new_users: today?.new_users ?? 0,
    active_users: today?.active_users ?? 0,
    expiring_3d: expiringBy[0] ?? 0,
    expiring_7d: expiringBy[1] ?? 0,
    series,
  }
}
