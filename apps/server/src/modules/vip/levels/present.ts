import { z } from '@hono/zod-openapi'
import { entrySources, toJson, wholeDays, type EntrySource } from '@lessor/kit'
import type { LeaseEntry, LeaseView } from '../../leasing/leases/index.ts'

const when = z.string().nullable()
export const timelineShape = z.array(
  z.object({ level: z.number(), starts_at: z.string(), ends_at: z.string() }),
)

/** The level and expiry that every answer about a lease carries. */
export const leaseShape = { vip_level: z.number(), vip_expires_at: when }

export const presentLease = ({ level, expiresAt }: LeaseView) => ({
  vip_level: level,
  vip_expires_at: expiresAt?.toISOString() ?? null,
})

export const presentTimeline = ({ timeline }: LeaseView) => toJson(timeline)

export const entryShape = z
  .object({
    id: z.string(),
    source: z.enum(entrySources),
    level: z.number(),
    change_days: z.number(),
    amount: z.string(),
    level_before: z.number(),
    level_after: z.number(),
    expire_before: when,
    expire_after: when,
    reason: z.string(),
    created_at: z.string(),
  })
  .openapi('LeaseEntry')

/** An entry as its holder sees it. */
export const presentEntry = (entry: LeaseEntry) => ({
  id: entry.id,
  source: entry.source as EntrySource,
  level: entry.level,
  // What really changed: taking stops at now.
  change_days: wholeDays(entry.changeMs),
  amount: entry.amount,
  level_before: entry.levelBefore,
  level_after: entry.levelAfter,
  expire_before: entry.expireBefore?.toISOString() ?? null,
  expire_after: entry.expireAfter?.toISOString() ?? null,
  reason: entry.reason,
  created_at: entry.createdAt.toISOString(),
})

export const staffEntryShape = entryShape
  .extend({
    account_id: z.string(),
    username: z.string(),
    internal_note: z.string(),
    operator: z.string().nullable(),
  })
  .openapi('LeaseEntryForStaff')

/** The same as staff see it, with what the customer must not. */
export const presentEntryForStaff = (entry: LeaseEntry, usernames: ReadonlyMap<string, string>) => ({
  ...presentEntry(entry),
  account_id: entry.accountId,
  username: usernames.get(entry.accountId) ?? '',
  internal_note: entry.internalNote,
  operator: entry.operatorName,
})
