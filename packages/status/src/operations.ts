import { csvOfRecords } from './csv.ts'
import { get, post, type Context, type Operation } from './operation.ts'
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
import { lastDays, newToken, secondsOrNull, tokenHash } from './rules.ts'
import * as wire from './schemas.ts'

const listUsers = get(
  '/api/admin/users',
  {
    summary: 'Users with days left, newest first; `query` is the beginning of a name, or an id',
    right: 'read',
    limit: 'read',
    query: wire.usersQuery,
    data: wire.usersReply,
  },
  async ({ store, now }, { query: { query, ...page } }) => {
    const { items, nextCursor, total } = await store.listUsers(query, page)
    return { items: items.map((user) => presentUser(user, now)), next_cursor: nextCursor, total }
  },
)

const createUser = post(
  '/api/admin/users',
  {
    summary: 'Make a user, with days to begin with; the status link is shown this once',
    right: 'manage',
    limit: 'write',
    body: wire.newUserBody,
    data: wire.newUserReply,
    refuses: ['username_taken'],
  },
  async (context, { body }) => {
    const { token, hash, ...link } = await newLink(context)
    const user = await context.store.createUser({ ...body, tokenHash: hash })
    return { user: presentMade(user, context.now), token, ...link }
  },
)

const recharge = post(
  '/api/admin/users/:id/recharge',
  {
    summary: "Add days to a user's time, or take some back; concurrent changes add up exactly",
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

const resetToken = post(
  '/api/admin/users/:id/reset-token',
  {
    summary: 'A new status link, shown this once; the old one is dead at once',
    right: 'manage',
    limit: 'write',
    params: wire.userId,
    data: wire.linkReply,
    refuses: ['not_found'],
  },
  async (context, { params }) => {
    const { hash, ...link } = await newLink(context)
    return (await context.store.resetToken(params.id, hash)) ? link : undefined
  },
)

const listRecords = get(
  '/api/admin/recharge-records',
  {
    summary: 'Changes of days, newest first',
    right: 'read',
    limit: 'read',
    query: wire.recordsQuery,
    data: wire.recordsReply,
  },
  async ({ store }, { query: { cursor, limit, ...filters } }) => {
    const { items, nextCursor } = await store.listRecords(filtersOf(filters), { cursor, limit })
    return { items: items.map(presentListed), next_cursor: nextCursor }
  },
)

const exportRecords = get(
  '/api/admin/recharge-records/export',
  {
    summary: 'The same as a CSV file, all of them',
    right: 'read',
    limit: 'read',
    query: wire.exportQuery,
    data: 'csv',
  },
  async ({ store }, { query }) => csvOfRecords((page) => store.listRecords(filtersOf(query), page)),
)

const today = get(
  '/api/admin/dashboard/today',
  {
    summary: "Today's figures in the operator's zone, and the last 30 days",
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
  { ...spec, summary: 'How long the holder of this link has', params: wire.tokenParams },
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

async function newLink({ statusUrl }: Context) {
  const token = newToken()
  return { token, status_url: statusUrl(token), hash: await tokenHash(token) }
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
  createUser,
  recharge,
  resetToken,
  listRecords,
  exportRecords,
  today,
  status,
  statusByQuery,
]
