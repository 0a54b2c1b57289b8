import { z } from '@hono/zod-openapi'
import { accountShape, presentAccount, type Account } from '../../people/accounts/index.ts'
import type { LeaseView } from '../../leasing/leases/index.ts'
import { leaseShape, presentLease, presentTimeline, timelineShape } from '../../vip/levels/index.ts'

const when = z.string().nullable()

/** An account as its customer sees it, with what it holds. */
export const meShape = z
  .object({
    id: z.string(),
    username: z.string(),
    display_name: when,
    email: when,
    email_verified: z.boolean(),
    /** Takes the place of the verified address once it is verified. */
    pending_email: when,
    ...leaseShape,
    timeline: timelineShape,
    created_at: z.string(),
    last_login_at: when,
    last_login_hardware: when,
    last_login_version: when,
    last_login_ip: when,
    /** For devices whose own clock is wrong. */
    server_time: z.string(),
  })
  .openapi('Me')

export const presentMe = (account: Account, lease: LeaseView, now: Date) => ({
  id: account.id,
  username: account.username,
  display_name: account.displayName,
  email: account.email,
  email_verified: account.emailVerifiedAt !== null,
  pending_email: account.pendingEmail,
  ...presentLease(lease),
  timeline: presentTimeline(lease),
  created_at: account.createdAt.toISOString(),
  last_login_at: account.lastLoginAt?.toISOString() ?? null,
  last_login_hardware: account.lastLoginHardware,
  last_login_version: account.lastLoginVersion,
  last_login_ip: account.lastLoginIp,
  server_time: now.toISOString(),
})

export const overviewShape = accountShape
  .extend({ ...leaseShape, timeline: timelineShape })
  .openapi('Account')

/** An account as staff see it, with what it holds. */
export const presentOverview = (account: Account, lease: LeaseView) => ({
  ...presentAccount(account),
  ...presentLease(lease),
  timeline: presentTimeline(lease),
})
