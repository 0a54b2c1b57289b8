import { z } from '@hono/zod-openapi'
import { accountShape, presentAccount, usernamesOf } from '../accounts/index.ts'
import { id, instantText, items, line, newPassword, page } from '../../platform/http/fields.ts'
import { del, get, nothing, patch, type Route } from '../../platform/http/route.ts'
import { notFound } from '../../platform/refusals.ts'
import { changeAccount } from './change-account.ts'
import { endSession } from './end-session.ts'
import { loginShape, onlineShape, presentLogin, presentOnline } from './present.ts'
import { countOnline, listLogins, listOnline } from './queries.ts'

const patchAccount = patch(
  '/api/admin/accounts/:id',
  {
    summary: 'Disable or enable an account, or set a new password; its sessions end',
    who: 'staff:accounts.write',
    lane: 'hashing',
    params: z.object({ id }),
    body: z.strictObject({ disabled: z.boolean().optional(), password: newPassword.optional() }),
    data: accountShape,
    refuses: [notFound],
  },
  async ({ cmd, params, body }) =>
    presentAccount(await changeAccount(cmd, { accountId: params.id, ...body })),
)

const getOnline = get(
  '/api/admin/online-users',
  {
    summary: 'Devices that are signed in and not silent, newest first',
    who: 'staff:sessions.read',
    query: z.strictObject({ account_id: id.optional(), ...page }),
    data: items(onlineShape).extend({ total: z.number() }),
  },
  async ({ cmd, query }) => {
    const { db, settings } = cmd.ground
    const since = new Date(cmd.now.getTime() - settings.verification.tolerance_secs * 1000)
    const [online, { count }] = await Promise.all([
      listOnline(db, { since, accountId: query.account_id, devicesOnly: true }, query),
      countOnline.one(db, { since }),
    ])
    const usernames = await usernamesOf(db, online.items.map((session) => session.accountId)) // prettier-ignore
    const shown = online.items.map((session) => presentOnline(session, usernames))
    return { items: shown, next_cursor: online.nextCursor, total: count }
  },
)

const deleteOnline = del(
  '/api/admin/online-users/:session_id',
  {
    summary: 'Put a device out',
    who: 'staff:sessions.end',
    params: z.object({ session_id: id }),
    data: nothing,
    refuses: [notFound],
  },
  async ({ cmd, params }) => {
    await endSession(cmd, { sessionId: params.session_id })
    return {}
  },
)

const getLogins = get(
  '/api/admin/logs/logins',
  {
    summary: 'Every try to sign in, newest first',
    who: 'staff:logs.read',
    query: z.strictObject({
      account_id: id.optional(),
      username: line(200).optional(),
      ip: line(64).optional(),
      hardware_code: line(200).optional(),
      result: line(64).optional(),
      from: instantText.optional(),
      to: instantText.optional(),
      ...page,
    }),
    data: items(loginShape),
  },
  async ({ cmd, query }) => {
    const { account_id: accountId, hardware_code: hardwareCode, username, ip, result, from, to } = query
    const range = { from: from ? new Date(from) : undefined, to: to ? new Date(to) : undefined }
    const logins = await listLogins(
      cmd.ground.db,
      { accountId, hardwareCode, username, ip, result, ...range },
      query,
    )
    return { items: logins.items.map(presentLogin), next_cursor: logins.nextCursor }
  },
)

export const staffSessionRoutes: readonly Route[] = [patchAccount, getOnline, deleteOnline, getLogins]
