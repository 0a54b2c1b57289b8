import { sessionsMay } from './permissions.ts'
import { z } from '@hono/zod-openapi'
import { auditedList, auditMay } from '../../core/audit/index.ts'
import {
  accountsNamed,
  accountShape,
  presentAccount,
  usernameGiven,
  usernamesOf,
  usernameTaken,
  accountsMay,
} from '../accounts/index.ts'
import {
  displayName,
  email,
  id,
  line,
  newPassword,
  note,
  range,
  rangeOf,
  username,
} from '../../../platform/http/fields.ts'
import { del, nothing, patch, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { changeAccount } from './change-account.ts'
import { endAccountSessions } from './end-account-sessions.ts'
import { endSession } from './end-session.ts'
import { loginShape, onlineShape, presentLogin, presentOnline } from './present.ts'
import { countOnline, listLogins, listOnline, loginOrder, onlineOrder } from './queries.ts'

const patchAccount = patch(
  '/api/admin/accounts/:id',
  {
    summary:
      'Change an account’s names, email address or note; disable or enable it, or set its password (ends its sessions; an account without a username gets its display name as one, if it is free)',
    who: accountsMay.write,
    queue: 'hashing',
    params: z.object({ id }),
    body: z.strictObject({
      disabled: z.boolean().optional(),
      password: newPassword.optional(),
      username: username.optional(),
      display_name: displayName.nullable().optional(),
      email: email.nullable().optional(),
      note: note(2000).optional(),
    }),
    data: accountShape,
    refuses: [notFound, usernameTaken, usernameGiven],
  },
  async ({ cmd, params, body: { display_name: name, ...body } }) =>
    presentAccount(await changeAccount(cmd, { accountId: params.id, displayName: name, ...body })),
)

const onlineList = auditedList('/api/admin/online-users', {
  name: 'online-users',
  summary: 'Devices online, newest first; `username` matches exactly',
  permission: sessionsMay.read,
  filters: { account_id: id.optional(), username: line(200).optional() },
  sorts: onlineOrder.sorts,
  item: onlineShape,
  also: { total: z.number() },
  load: async (cmd, { account_id: accountId, username: name }, page) => {
    const { db, settings } = cmd.services
    const since = new Date(cmd.now.getTime() - settings.verification.tolerance_secs * 1000)
    const { count: total } = await countOnline.one(db, { since })
    const namedIds = name ? await accountsNamed(db, name) : undefined
    const filters = { since, accountId, namedIds, devicesOnly: true }
    const online = await listOnline(db, filters, page)
    const usernames = await usernamesOf(db, online.items.map((session) => session.accountId)) // prettier-ignore
    return { ...online, items: online.items.map((session) => presentOnline(session, usernames)), total }
  },
})

const deleteOnline = del(
  '/api/admin/online-users/:session_id',
  {
    summary: 'Sign out a device',
    who: sessionsMay.end,
    params: z.object({ session_id: id }),
    data: nothing,
    refuses: [notFound],
  },
  async ({ cmd, params }) => {
    await endSession(cmd, { sessionId: params.session_id })
    return {}
  },
)

const deleteSessions = del(
  '/api/admin/accounts/:id/sessions',
  {
    summary: "Sign out all of an account's devices and browsers",
    who: sessionsMay.end,
    params: z.object({ id }),
    data: z.object({ ended: z.number() }),
    refuses: [notFound],
  },
  async ({ cmd, params }) => ({ ended: await endAccountSessions(cmd, { accountId: params.id }) }),
)

const loginList = auditedList('/api/admin/logs/logins', {
  name: 'logins',
  summary: 'Sign-in attempts, newest first',
  permission: auditMay.readLogs,
  filters: {
    account_id: id.optional(),
    username: line(200).optional(),
    ip: line(64).optional(),
    hardware_code: line(200).optional(),
    result: line(64).optional(),
    ...range,
  },
  sorts: loginOrder.sorts,
  item: loginShape,
  load: async (cmd, asked, page) => {
    const { account_id: accountId, hardware_code: hardwareCode, username, ip, result } = asked
    const filters = { accountId, hardwareCode, username, ip, result, ...rangeOf(asked) }
    const logins = await listLogins(cmd.services.db, filters, page)
    return { ...logins, items: logins.items.map(presentLogin) }
  },
})

export const staffSessionRoutes: readonly Route[] = [
  patchAccount,
  ...onlineList,
  deleteOnline,
  deleteSessions,
  ...loginList,
]
