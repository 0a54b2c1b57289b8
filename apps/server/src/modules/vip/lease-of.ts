import { endsOf, timelineOf, timelinesOf, viewOfJson, type LeaseView } from '../leases/index.ts'
import type { Db } from '../../platform/db.ts'
import { vipProductId } from './model.ts'

/** What an account holds of the VIP product now. */
export async function leaseOf(db: Db, accountId: string, now: Date): Promise<LeaseView> {
  const held = await timelineOf.first(db, { accountId, productId: vipProductId })
  return viewOfJson(held?.timeline, now)
}

/** The same for many accounts in one question; who holds nothing is absent. */
export async function leasesOf(
  db: Db,
  accountIds: readonly string[],
  now: Date,
): Promise<Map<string, LeaseView>> {
  const held = await timelinesOf.all(db, { accountIds, productId: vipProductId })
  return new Map(held.map(({ accountId, timeline }) => [accountId, viewOfJson(timeline, now)]))
}

/** When the last time of many accounts ends, or ended; who never held any is absent or null. */
export async function lastEndsOf(db: Db, accountIds: readonly string[]): Promise<Map<string, Date | null>> {
  const ends = await endsOf.all(db, { accountIds, productId: vipProductId })
  return new Map(ends.map(({ accountId, expiresAt }) => [accountId, expiresAt]))
}
