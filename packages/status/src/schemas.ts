import { cursorMax, displayNameRule, displayNameText, isDisplayName } from '@lessor/kit'
import { z } from 'zod'
import { userStates } from './port.ts'

// Control characters (NUL among them) are refused everywhere; a note may have line breaks.
const oneLine = /^[^\p{Cc}\p{Cs}]*$/u
const manyLines = /^[^\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u
const line = (max: number) => z.string().trim().max(max).regex(oneLine)
const note = (max: number) => z.string().trim().max(max).regex(manyLines)

/** A display name: what operators write. */
const username = z
  .string()
  .max(300)
  .overwrite(displayNameText)
  .refine(isDisplayName, { params: { text: displayNameRule } })

/** Unix seconds, up to the year 9999. */
const time = z.int()
const timeOrNull = time.nullable()
const givenTime = z.coerce.number().int().min(0).max(253_402_300_799)

const page = {
  cursor: z.string().max(cursorMax).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
/** By a field's name, `-` in front for the greatest first; absent: the newest first. */
const sortedBy = (...names: readonly string[]) =>
  z.enum(names.flatMap((name) => [name, `-${name}`])).optional()

export const userId = z.object({ id: z.uuid() })
const userFilters = {
  query: line(100).default(''),
  name: line(300).optional(),
  state: z.enum(userStates).optional(),
  sort: sortedBy('username', 'created_at', 'expire_at'),
}
export const usersQuery = z.strictObject({ ...userFilters, ...page })

/** The language of a file's headers, whose times then are in the operator's zone; for people. Without it: for programs. */
export const fileLanguage = z.enum(['zh', 'en']).optional()
export const usersFileQuery = z.strictObject({ ...userFilters, language: fileLanguage })
export const newUserBody = z.strictObject({
  username,
  note: note(2000).default(''),
  days: z.int().min(0).max(3650).default(0),
})
export const userChangeBody = z.strictObject({ username: username.optional(), note: note(2000).optional() })
export const rechargeBody = z.strictObject({
  change_days: z.int().min(-3650).max(3650).refine((days) => days !== 0, {
    params: { text: { en: 'Not 0', zh: '不能为 0' } },
  }), // prettier-ignore
  reason: note(500).default(''),
  internal_note: note(2000).default(''),
})

export const recordId = z.object({ id: z.uuid() })
export const undoBody = z.strictObject({
  reason: note(500).default(''),
  internal_note: note(2000).default(''),
})

const recordFilters = {
  user_id: z.uuid().optional(),
  operator: line(100).optional(),
  from: givenTime.optional(),
  to: givenTime.optional(),
  sort: sortedBy('created_at'),
}
export const recordsQuery = z.strictObject({ ...recordFilters, ...page })
export const recordsFileQuery = z.strictObject({ ...recordFilters, language: fileLanguage })
/** Any text at all: one of another form is unknown, not invalid. */
export const tokenParams = z.object({ token: z.string() })
export const tokenQuery = z.object({ t: z.string().default('') })

const standing = { expire_at: timeOrNull, days_left: z.int() }
export const userItem = z.object({
  id: z.string(),
  username: z.string(),
  note: z.string(),
  ...standing,
  created_at: time,
  link: z.enum(['none', 'showable', 'replace_only']),
})
export const usersReply = z.object({
  items: z.array(userItem),
  next_cursor: z.string().nullable(),
  total: z.int(),
})
const link = { token: z.string(), status_url: z.string() }
/** A link in full: when it is made, and when it is shown again. */
export const linkReply = z.object(link)
export const newUserReply = z.object({
  user: z.object({ id: z.string(), username: z.string(), ...standing }),
  ...link,
})
export const record = z.object({
  id: z.string(),
  user_id: z.string(),
  change_days: z.int(),
  reason: z.string(),
  internal_note: z.string(),
  expire_before: timeOrNull,
  expire_after: timeOrNull,
  operator: z.string().nullable(),
  created_at: time,
})
export const rechargeReply = z.object({ expire_at: timeOrNull, record })
const listedRecord = record.extend({ username: z.string() })
export const recordsReply = z.object({ items: z.array(listedRecord), next_cursor: z.string().nullable() })
export const todayReply = z.object({
  recharges: z.int(),
  days_added: z.int(),
  new_users: z.int(),
  active_users: z.int(),
  expiring_3d: z.int(),
  expiring_7d: z.int(),
  series: z.array(
    z.object({
      day: z.string(),
      recharges: z.int(),
      days_added: z.int(),
      new_users: z.int(),
      active_users: z.int(),
    }),
  ),
})
export const statusReply = z.object({
  username: z.string(),
  ...standing,
  server_time: time,
  history: z.array(
    z.object({ change_days: z.int(), reason: z.string(), expire_after: timeOrNull, created_at: time }),
  ),
})

export type UsersReply = z.output<typeof usersReply>
export type RecordReply = z.output<typeof record>
export type ListedRecordReply = z.output<typeof listedRecord>
export type RecordsQuery = z.output<typeof recordsFileQuery>
export type StatusReply = z.output<typeof statusReply>
export type TodayReply = z.output<typeof todayReply>
