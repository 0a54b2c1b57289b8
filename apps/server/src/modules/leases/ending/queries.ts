import { DAY_MS } from '@lessor/kit'
import { and, eq, gt, isNotNull, lte, not, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { lease } from '../table.ts'

export const leaseStates = ['active', 'within_3d', 'within_7d', 'expired', 'never'] as const
/** How the time of an account stands: some is left; it ends within 3 or 7 days; it is over; none was ever held. */
export type LeaseState = (typeof leaseStates)[number]

interface Asked {
  readonly productId: string
  readonly state: LeaseState
  readonly now: Date
}

/** The condition that an account's time of a product stands so; `accountId` is its SQL for the account. */
export function standsSo(accountId: SQLWrapper, { productId, state, now }: Asked): SQL {
  const end = lease.expiresAt
  const by = (days: number) => and(gt(end, now), lte(end, new Date(now.getTime() + days * DAY_MS)))
  const ends: Record<LeaseState, SQL | undefined> = {
    active: gt(end, now),
    within_3d: by(3),
    within_7d: by(7),
    expired: lte(end, now),
    never: isNotNull(end),
  }
  const held = sql`exists (select from ${lease}
    where ${and(sql`${lease.accountId} = ${accountId}`, eq(lease.productId, productId), ends[state])})`
  return state === 'never' ? not(held) : held
}
