import { csvOf, recordColumns, userColumns } from './csv.ts'
import { get, patch, post, type Context, type Operation } from './operation.ts'
import type { RecordFilters } from './port.ts'
import {
  presentListed,
  presentMade,
  presentRecord,
  presentStanding,
  presentToday,
  presentUser,
  soon,
} from './present.ts'
import { linkNotKept } from './refusals.ts'
import { lastDays, newToken, secondsOrNull, tokenHash } from './rules.ts'
import * as wire from './schemas.ts'

const listUsers = get(
  '/api/admin/users',
  {
    summary:
      'Users with their days left; `query` matches any part of a name or note, or an id; `name` matches exactly',
    right: 'read',
    limit: 'read',
    query: wire.usersQuery,
    data: wire.usersReply,
  },
  async ({ store, now }, { query: { cursor, limit, sort, ...filters } }) => {
    const { items, nextCursor, total } = await store.listUsers(filters, { cursor, limit, sort })
    return { items: items.map((user) => presentUser(user, now)), next_cursor: nextCursor, total }
  },
)

const exportUsers = get(
  '/api/admin/users/export',
  {
    summary: 'The whole list as CSV',
    right: 'read',
    limit: 'read',
    query: wire.usersFileQuery,
    data: { csv: 'users' },
  },
  async ({ store, now, zone }, { query: { language, sort, ...filters } }) =>
    csvOf(
      userColumns(now),
      (page) => store.listUsers(filters, { ...page, sort }),
      language && { language, zone },
    ),
)

const createUser = post(
  '/api/admin/users',
  {
    summary: 'Create a user with initial days and a status link; names need not be unique',
    right: 'manage',
    limit: 'write',
    body: wire.newUserBody,
    data: wire.newUserReply,
    refuses: ['link_not_kept'],
    keyed: true,
  },
  async ({ store, statusUrl }, { body }) => {
    const { user, token } = await store.createUser({ ...body, ...(await newSecret()) })
    // As of when it was made: a retry gets the same answer.
    return { user: presentMade(user, user.createdAt), token, status_url: statusUrl(token) }
  },
)

const changeUser = patch(
  '/api/admin/users/:id',
  {
    summary: "Change a user's name or note",
    right: 'manage',
    limit: 'write',
    params: wire.userId,
    body: wire.userChangeBody,
    data: wire.userItem,
    refuses: ['not_found'],
  },
  async ({ store, now }, { params, body }) => {
    const user = await store.changeUser({ userId: params.id, ...body })
    return user && presentUser(user, now)
  },
)

const recharge = post(
  '/api/admin/users/:id/recharge',
  {
    summary: 'Add days to a user, or take some back; concurrent changes add up',
    right: 'recharge',
    limit: 'write',
    params: wire.userId,
    body: wire.rechargeBody,
    data: wire.rechargeReply,
    refuses: ['not_found', 'lease_too_long'],
    keyed: true,
  },
  async ({ store }, { params, body }) => {
    const { change_days: changeDays, reason, internal_note: internalNote } = body
    const record = await store.recharge({ userId: params.id, changeDays, reason, internalNote })
    return record && { expire_at: secondsOrNull(record.endsAt), record: presentRecord(record) }
  },
)

const undo = post(
  '/api/admin/recharge-records/:id/undo',
  {
    summary: 'Undo a recharge of the last 10 minutes once, by a reversing record',
    right: 'recharge',
    limit: 'write',
    params: wire.recordId,
    body: wire.undoBody,
    data: wire.rechargeReply,
    refuses: ['not_found', 'undo_too_late', 'already_undone', 'lease_too_long'],
    keyed: true,
  },
  async ({ store }, { params, body: { reason, internal_note: internalNote } }) => {
    const record = await store.undo(params.id, { reason, internalNote })
    return record && { expire_at: secondsOrNull(record.endsAt), record: presentRecord(record) }
  },
)

const resetToken = post(
  '/api/admin/users/:id/reset-token',
  {
    summary: 'Replace a user’s status link; the old one stops working at once',
    right: 'manage',
    limit: 'write',
    params: wire.userId,
    data: wire.linkReply,
    refuses: ['not_found'],
  },
  async ({ store, statusUrl }, { params }) => {
    const secret = await newSecret()
    if (!(await store.resetToken(params.id, secret))) return undefined
    return { token: secret.token, status_url: statusUrl(secret.token) }
  },
)

const revealLink = post(
  '/api/admin/users/:id/reveal-link',
  {
    summary: 'Show a user’s status link again, unchanged; logged',
    right: 'reveal',
    limit: 'write',
    params: wire.userId,
    data: wire.linkReply,
    refuses: ['not_found', 'link_not_kept'],
  },
  async ({ store, statusUrl }, { params }) => {
    const token = await store.revealToken(params.id)
    if (token === null) throw linkNotKept()
    return token && { token, status_url: statusUrl(token) }
  },
)

const listRecords = get(
  '/api/admin/recharge-records',
  {
    summary: 'Recharges of all users',
    right: 'read',
    limit: 'read',
    query: wire.recordsQuery,
    data: wire.recordsReply,
  },
  async ({ store }, { query: { cursor, limit, sort, ...filters } }) => {
    const { items, nextCursor } = await store.listRecords(filtersOf(filters), { cursor, limit, sort })
    return { items: items.map(presentListed), next_cursor: nextCursor }
  },
)

const exportRecords = get(
  '/api/admin/recharge-records/export',
  {
    summary: 'The whole list as CSV',
    right: 'read',
    limit: 'read',
    query: wire.recordsFileQuery,
    data: { csv: 'recharge-records' },
  },
  async ({ store, zone }, { query: { language, sort, ...filters } }) =>
    csvOf(
      recordColumns,
      (page) => store.listRecords(filtersOf(filters), { ...page, sort }),
      language && { language, zone },
    ),
)

const today = get(
  '/api/admin/dashboard/today',
  {
    summary: 'Today’s figures in the operator’s time zone, and the last 30 days',
    right: 'read',
    limit: 'read',
    data: wire.todayReply,
  },
  async ({ store, now, zone }) => {
    const calendar = lastDays(now, zone, 30)
    const { starts: days } = calendar
    // At the end of each day; today isn't over.
    const activeAt = [...days.slice(1, -1), now]
    const figures = await store.figures({ now, days, activeAt, expiringBy: soon(now) })
    return presentToday(figures, calendar)
  },
)

const spec = { right: 'anyone', limit: 'status', data: wire.statusReply, refuses: ['not_found'] } as const

const status = get(
  '/api/status/:token',
  { ...spec, summary: 'Time left for the holder of this link', params: wire.tokenParams },
  (context, { params }) => standing(context, params.token),
)

const statusByQuery = get(
  '/api/status',
  { ...spec, summary: 'The same, with the token in `?t=`', query: wire.tokenQuery },
  (context, { query }) => standing(context, query.t),
)

/** What the holder of a link may see; undefined for a wrong one, which takes as long. */
export async function standing({ store, now }: Context, token: string) {
  const found = await store.standingByToken(token)
  return found && presentStanding(found, now)
}

async function newSecret() {
  const token = newToken()
  return { token, tokenHash: await tokenHash(token) }
}

const filtersOf = ({ user_id: userId, operator, from, to }: wire.RecordsQuery): RecordFilters => ({
  userId,
  operator,
  from: from === undefined ? undefined : new Date(from * 1000),
  to: to === undefined ? undefined : new Date(to * 1000),
})

/** Every operation of the family; an edition mounts them all. */
export const operations: readonly Operation[] = [
  listUsers,
  exportUsers,
  createUser,
  changeUser,
  recharge,
  undo,
  resetToken,
  revealLink,
  listRecords,
  exportRecords,
  today,
  status,
  statusByQuery,
]
