import { staffMay } from './permissions.ts'
import { z } from '@hono/zod-openapi'
import { nameKey } from '@lessor/kit'
import { id, line, newPassword, username } from '../../../platform/http/fields.ts'
import { del, get, nothing, patch, post, type Route } from '../../../platform/http/route.ts'
import { deviceCookies, rememberDevice } from '../../../platform/known-device.ts'
import { invalidCredentials, notFound, rateLimited } from '../../../platform/refusals.ts'
import { auditedList } from '../../core/audit/index.ts'
import { tokenOf } from './authenticate-staff.ts'
import { changeOwnPassword } from './change-own-password.ts'
import { changeStaff } from './change-staff.ts'
import { createStaff } from './create-staff.ts'
import {
  lastOwner,
  staffUsernameTaken,
  totpAlreadyOn,
  totpNotSetUp,
  totpRequired,
  totpWrong,
} from './errors.ts'
import { me } from './me.ts'
import { roles } from '../../../platform/permission.ts'
import { permissionsOf } from './roles.ts'
import { listStaff, staffOrder, type Member } from './queries.ts'
import { ownSessionRoutes } from './rest-own-sessions.ts'
import { resetStaffPassword } from './reset-staff-password.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { turnOffOwnTotp, turnOffTotp } from './turn-off-totp.ts'
import { confirmTotp, setUpTotp } from './turn-on-totp.ts'

const role = z.enum(roles)
const params = z.object({ id })
// What is only compared may be anything; what is compared with a hash is bounded all the same.
const givenPassword = z.string().min(1).max(200)
// As people type it: authenticators show six digits with a space.
const code = line(40).overwrite((text) => text.normalize('NFKC').replace(/\s/g, ''))

export const newStaff = z.strictObject({ username, password: newPassword, role })

const identity = { id: z.string(), username: z.string(), role }
const signedInShape = z.object({ ...identity, permissions: z.array(z.string()) }).openapi('SignedInStaff')
const meShape = signedInShape.extend({
  totp_enabled: z.boolean(),
  recovery_codes_left: z.number(),
  may_change_password: z.boolean(),
})
const memberShape = z
  .object({
    ...identity,
    disabled: z.boolean(),
    totp_enabled: z.boolean(),
    created_at: z.string(),
    last_login_at: z.string().nullable(),
  })
  .openapi('Staff')

const presentSignedIn = ({ id, username, role }: Member) => ({
  id,
  username,
  role,
  permissions: [...permissionsOf(role)],
})

export const presentMember = (member: Member) => ({
  id: member.id,
  username: member.username,
  role: member.role,
  disabled: member.disabledAt !== null,
  totp_enabled: member.totpEnabledAt !== null,
  created_at: member.createdAt.toISOString(),
  last_login_at: member.lastLoginAt?.toISOString() ?? null,
})

/** Signing in and out, and the password. The cookie holds the session's token. */
const signInRoutes: readonly Route[] = [
  post(
    '/api/admin/login',
    {
      summary: 'Sign in as staff; after a correct password, `totp_required` asks for `totp`',
      who: 'anyone',
      proves: true,
      queue: 'hashing',
      setsCookie: true,
      body: z.strictObject({ username: line(100), password: givenPassword, totp: code.optional() }),
      data: z.object({ staff: signedInShape }),
      refuses: [invalidCredentials, totpRequired, rateLimited],
    },
    async (call) => {
      const { cmd, body, cookies, setCookie } = call
      const { member, token } = await signIn(cmd, {
        ...body,
        deviceCookie: cookies[deviceCookies.staff],
        shown: tokenOf(call),
      })
      const { cookie_name: name, absolute_timeout_hours: hours } = cmd.services.settings.session
      setCookie({ name, value: token, maxAgeS: hours * 3_600 })
      rememberDevice(call, 'staff', nameKey(body.username))
      return { staff: presentSignedIn(member) }
    },
  ),
  post('/api/admin/logout', { summary: 'Sign out', who: 'staff', data: nothing }, async (call) => {
    await signOut(call.cmd, { token: tokenOf(call) })
    call.setCookie({ name: call.cmd.services.settings.session.cookie_name, value: '', maxAgeS: 0 })
    return {}
  }),
  post(
    '/api/admin/me/password',
    {
      summary: 'Change my password; ends my other sessions',
      who: 'staff',
      queue: 'hashing',
      body: z.strictObject({ old_password: givenPassword, new_password: newPassword }),
      data: nothing,
      refuses: [invalidCredentials, rateLimited],
    },
    async (call) => {
      const { old_password: oldPassword, new_password } = call.body
      await changeOwnPassword(call.cmd, { oldPassword, newPassword: new_password, token: tokenOf(call) })
      return {}
    },
  ),
]

const getMe = get(
  '/api/admin/me',
  { summary: 'The signed-in staff member and their permissions', who: 'staff', data: meShape },
  async ({ cmd }) => {
    const { member, recoveryCodesLeft } = await me(cmd.services.db, cmd.actor.id)
    const totp_enabled = member.totpEnabledAt !== null
    const own = { totp_enabled, recovery_codes_left: recoveryCodesLeft, may_change_password: true }
    return { ...presentSignedIn(member), ...own }
  },
)

const totpRoutes: readonly Route[] = [
  post(
    '/api/admin/me/totp',
    {
      summary:
        'Create an authenticator secret; `confirm` turns it on. Requires the password unless I signed in just now',
      who: 'staff',
      queue: 'hashing',
      body: z.strictObject({ password: givenPassword.optional() }),
      data: z.object({ secret: z.string(), otpauth_uri: z.string() }),
      refuses: [totpAlreadyOn, invalidCredentials, rateLimited],
    },
    async ({ cmd, body, cookies }) => {
      const { secret, uri } = await setUpTotp(cmd, { ...body, token: tokenOf({ cmd, cookies }) })
      return { secret, otpauth_uri: uri }
    },
  ),
  post(
    '/api/admin/me/totp/confirm',
    {
      summary:
        'Turn on two-factor authentication with the first code; ends my other sessions, returns the recovery codes once',
      who: 'staff',
      body: z.strictObject({ code }),
      data: z.object({ recovery_codes: z.array(z.string()) }),
      refuses: [totpAlreadyOn, totpNotSetUp, totpWrong],
    },
    async ({ cmd, body, cookies }) => {
      const token = tokenOf({ cmd, cookies })
      return { recovery_codes: await confirmTotp(cmd, { ...body, token }) }
    },
  ),
  del(
    '/api/admin/me/totp',
    {
      summary: 'Turn off my two-factor authentication, with the password and a code',
      who: 'staff',
      queue: 'hashing',
      body: z.strictObject({ password: givenPassword, code }),
      data: nothing,
      refuses: [invalidCredentials, totpNotSetUp, rateLimited],
    },
    async ({ cmd, body }) => {
      await turnOffOwnTotp(cmd, body)
      return {}
    },
  ),
]

const manageRoutes: readonly Route[] = [
  ...auditedList('/api/admin/staff', {
    name: 'staff',
    summary: 'Staff, newest first; `query` is a name prefix',
    permission: staffMay.read,
    filters: { query: line(100).optional() },
    sorts: staffOrder.sorts,
    item: memberShape,
    load: async (cmd, filters, page) => {
      const staff = await listStaff(cmd.services.db, filters, page)
      return { ...staff, items: staff.items.map(presentMember) }
    },
  }),
  post(
    '/api/admin/staff',
    {
      summary: 'Add a staff member',
      who: staffMay.manage,
      queue: 'hashing',
      body: newStaff,
      data: memberShape,
      refuses: [staffUsernameTaken],
    },
    async ({ cmd, body }) => presentMember(await createStaff(cmd, body)),
  ),
  patch(
    '/api/admin/staff/:id',
    {
      summary: 'Change the role, disable (ends sessions) or enable',
      who: staffMay.manage,
      params,
      body: z.strictObject({ role: role.optional(), disabled: z.boolean().optional() }),
      data: memberShape,
      refuses: [notFound, lastOwner],
    },
    async ({ cmd, params, body }) => presentMember(await changeStaff(cmd, { ...params, ...body })),
  ),
  post(
    '/api/admin/staff/:id/reset-password',
    {
      summary: 'Set a new password; ends all sessions',
      who: staffMay.manage,
      queue: 'hashing',
      params,
      body: z.strictObject({ password: newPassword }),
      data: nothing,
      refuses: [notFound],
    },
    async ({ cmd, params, body }) => {
      await resetStaffPassword(cmd, { ...params, ...body })
      return {}
    },
  ),
  del(
    '/api/admin/staff/:id/totp',
    {
      summary: 'Turn off two-factor authentication for a staff member who lost the device',
      who: staffMay.manage,
      params,
      data: nothing,
      refuses: [notFound, totpNotSetUp],
    },
    async ({ cmd, params }) => {
      await turnOffTotp(cmd, params)
      return {}
    },
  ),
]

export const staffRoutes: readonly Route[] = [
  getMe,
  ...signInRoutes,
  ...ownSessionRoutes,
  ...totpRoutes,
  ...manageRoutes,
]
