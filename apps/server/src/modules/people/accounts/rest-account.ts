import { z } from '@hono/zod-openapi'
import { line } from '../../../platform/http/fields.ts'
import type { Account } from './queries.ts'

/** The filters of a list of accounts. */
export const accountFilters = {
  query: line(254).optional(),
  status: z.enum(['active', 'disabled']).optional(),
}

const when = z.string().nullable()
const known = z.string().nullable()

/** An account as staff see it. */
export const accountShape = z.object({
  id: z.string(),
  /** The sign-in name; of an account without one, its display name. */
  username: z.string(),
  has_username: z.boolean(),
  display_name: known,
  email: known,
  email_verified: z.boolean(),
  /** Takes the place of the verified address once it is verified. */
  pending_email: known,
  has_password: z.boolean(),
  note: z.string(),
  disabled: z.boolean(),
  disabled_at: when,
  created_at: z.string(),
  last_login_at: when,
  last_login_hardware: known,
  last_login_version: known,
  last_login_ip: known,
})

export const presentAccount = (account: Account): z.output<typeof accountShape> => ({
  id: account.id,
  username: account.username,
  has_username: account.usernameKey !== null,
  display_name: account.displayName,
  email: account.email,
  email_verified: account.emailVerifiedAt !== null,
  pending_email: account.pendingEmail,
  has_password: account.passwordHash !== null,
  note: account.note,
  disabled: account.disabledAt !== null,
  disabled_at: account.disabledAt?.toISOString() ?? null,
  created_at: account.createdAt.toISOString(),
  last_login_at: account.lastLoginAt?.toISOString() ?? null,
  last_login_hardware: account.lastLoginHardware,
  last_login_version: account.lastLoginVersion,
  last_login_ip: account.lastLoginIp,
})
