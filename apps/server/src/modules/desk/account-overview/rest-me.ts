import { z } from '@hono/zod-openapi'
import { accountById } from '../../people/accounts/index.ts'
import { changeMe } from '../../people/sessions/index.ts'
import { vipOf } from '../../vip/levels/index.ts'
import { displayName, email, newPassword, message } from '../../../platform/http/fields.ts'
import { get, patch, type Route } from '../../../platform/http/route.ts'
import { invalidCredentials, notFound, rateLimited } from '../../../platform/refusals.ts'
import { meShape, presentMe } from './present.ts'

const getMe = get(
  '/api/users/me',
  { summary: 'My account and its lease', who: 'customer', data: meShape },
  async ({ cmd }) => {
    const { db } = cmd.services
    const [account, lease] = await Promise.all([
      accountById(db, cmd.actor.id),
      vipOf(db, cmd.actor.id, cmd.now),
    ])
    if (!account) throw notFound()
    return presentMe(account, lease, cmd.now)
  },
)

const patchMe = patch(
  '/api/users/me',
  {
    summary: 'Change my display name, or (with the current password) my email address or password',
    who: 'customer',
    queue: 'hashing',
    body: z
      .strictObject({
        email: email.nullable().optional(),
        display_name: displayName.nullable().optional(),
        password: newPassword.optional(),
        old_password: z.string().min(1).max(1_000).optional(),
      })
      .refine((body) => body.password === undefined || body.old_password !== undefined, {
        path: ['old_password'],
        ...message({ en: 'Enter your current password', zh: '请输入当前密码' }),
      }),
    data: meShape,
    refuses: [invalidCredentials, rateLimited],
  },
  async ({ cmd, body }) => {
    const account = await changeMe(cmd, {
      email: body.email,
      displayName: body.display_name,
      password: body.password,
      oldPassword: body.old_password,
    })
    const lease = await vipOf(cmd.services.db, account.id, cmd.now)
    return presentMe(account, lease, cmd.now)
  },
)

export const meRoutes: readonly Route[] = [getMe, patchMe]
