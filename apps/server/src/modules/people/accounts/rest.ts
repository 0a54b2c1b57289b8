import { accountsMay } from './permissions.ts'
import { z } from '@hono/zod-openapi'
import { auditedList, auditMay } from '../../core/audit/index.ts'
import {
  displayName,
  email,
  line,
  newPassword,
  note,
  range,
  rangeOf,
  message,
  username,
} from '../../../platform/http/fields.ts'
import { post, type Route } from '../../../platform/http/route.ts'
import { createAccountByHand } from './create-account-by-hand.ts'
import { usernameTaken } from './errors.ts'
import { listRegistrations, registrationOrder, type Registration } from './registrations/queries.ts'
import { register } from './register.ts'
import { accountShape, presentAccount } from './rest-account.ts'

const postRegister = post(
  '/api/auth/register',
  {
    summary: 'Register an account',
    who: 'anyone',
    limit: 'register',
    queue: 'hashing',
    body: z.strictObject({ username, password: newPassword, email: email.optional() }),
    data: z.object({ user: z.object({ id: z.string(), username: z.string() }) }),
    refuses: [usernameTaken],
  },
  async ({ cmd, body }) => {
    const account = await register(cmd, body)
    return { user: { id: account.id, username: account.username } }
  },
)

const unnamed = message({ en: 'Enter a username or a display name', zh: '登录名和显示名至少填一个' })

const postAccount = post(
  '/api/admin/accounts',
  {
    summary: 'Create an account with a username or a display name; without a password it can’t sign in',
    who: accountsMay.write,
    queue: 'hashing',
    keyed: true,
    body: z
      .strictObject({
        username: username.optional(),
        display_name: displayName.optional(),
        email: email.optional(),
        password: newPassword.optional(),
        note: note(2000).default(''),
      })
      .refine((body) => (body.username ?? body.display_name) !== undefined, {
        path: ['username'],
        ...unnamed,
      }),
    data: accountShape,
    refuses: [usernameTaken],
  },
  async ({ cmd, body: { display_name: name, ...body } }) =>
    presentAccount(await createAccountByHand(cmd, { displayName: name, ...body })),
)

const tryShape = z.object({
  id: z.string(),
  at: z.string(),
  account_id: z.string().nullable(),
  username: z.string(),
  result: z.string(),
  ip: z.string(),
  user_agent: z.string(),
})

const presentTry = (row: Registration): z.output<typeof tryShape> => ({
  id: row.id,
  at: row.at.toISOString(),
  account_id: row.accountId,
  username: row.username,
  result: row.result,
  ip: row.ip,
  user_agent: row.userAgent,
})

const registrationList = auditedList('/api/admin/logs/registrations', {
  name: 'registrations',
  summary: 'Registration attempts, newest first',
  permission: auditMay.readLogs,
  filters: {
    username: line(100).optional(),
    ip: line(45).optional(),
    result: line(50).optional(),
    ...range,
  },
  sorts: registrationOrder.sorts,
  item: tryShape,
  load: async (cmd, { username: name, ip, result, ...times }, page) => {
    const filters = { username: name, ip, result, ...rangeOf(times) }
    const tries = await listRegistrations(cmd.services.db, filters, page)
    return { ...tries, items: tries.items.map(presentTry) }
  },
})

export const accountRoutes: readonly Route[] = [postRegister, postAccount, ...registrationList]
