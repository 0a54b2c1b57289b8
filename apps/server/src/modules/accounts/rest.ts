import { z } from '@hono/zod-openapi'
import { auditedList } from '../audit/index.ts'
import { email, line, newPassword, range, rangeOf, username } from '../../platform/http/fields.ts'
import { nothing, post, type Route } from '../../platform/http/route.ts'
import { emailTaken, mailCodeWrong, usernameTaken } from './errors.ts'
import { mailCodeDigits } from './model.ts'
import { listRegistrations, registrationOrder, type Registration } from './queries.ts'
import { register } from './register.ts'
import { verifyEmail } from './verify-email.ts'
import { wantMailCode } from './want-mail-code.ts'

/** How a person who can't sign in says who they are: username or address. */
export const login = line(254)
/** As it stands in the mail; spaces that people type between the digits don't count. */
export const mailedCode = z
  .string()
  .max(40)
  .overwrite((text) => text.normalize('NFKC').replace(/[\s-]/g, ''))
  .regex(new RegExp(`^\\d{${mailCodeDigits}}$`))

const postRegister = post(
  '/api/auth/register',
  {
    summary: 'Open an account',
    who: 'anyone',
    limit: 'register',
    lane: 'hashing',
    body: z.strictObject({ username, password: newPassword, email: email.optional() }),
    data: z.object({ user: z.object({ id: z.string(), username: z.string() }) }),
    refuses: [usernameTaken],
  },
  async ({ cmd, body }) => {
    const account = await register(cmd, body)
    return { user: { id: account.id, username: account.username } }
  },
)

const postVerifyRequest = post(
  '/api/auth/email/verify-request',
  {
    summary: 'Mail a code that verifies the address; the answer is the same whoever asks',
    who: 'anyone',
    limit: 'mail',
    body: z.strictObject({ login }),
    data: nothing,
  },
  async ({ cmd, body }) => {
    await wantMailCode(cmd, { login: body.login, purpose: 'verify_email' })
    return {}
  },
)

const postVerify = post(
  '/api/auth/email/verify',
  {
    summary: 'Verify the address with the code that was mailed',
    who: 'anyone',
    limit: 'codeGuess',
    body: z.strictObject({ login, code: mailedCode }),
    data: nothing,
    refuses: [mailCodeWrong, emailTaken],
  },
  async ({ cmd, body }) => {
    await verifyEmail(cmd, body)
    return {}
  },
)

const postForgot = post(
  '/api/auth/password/forgot',
  {
    summary:
      'Mail a code that sets a new password; the answer is the same whether or not there is such an account',
    who: 'anyone',
    limit: 'mail',
    body: z.strictObject({ login }),
    data: nothing,
  },
  async ({ cmd, body }) => {
    await wantMailCode(cmd, { login: body.login, purpose: 'reset_password' })
    return {}
  },
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
  summary: 'Tries to register, newest first',
  permission: 'logs.read',
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
    const tries = await listRegistrations(cmd.ground.db, filters, page)
    return { ...tries, items: tries.items.map(presentTry) }
  },
})

export const accountRoutes: readonly Route[] = [
  postRegister,
  postVerifyRequest,
  postVerify,
  postForgot,
  ...registrationList,
]
