import { vipProductId } from '../catalog/index.ts'
import type { Db } from '../../platform/db.ts'
import { viewOfJson, type LeaseView } from './model.ts'
import { timelineOf, timelinesOf } from './queries.ts'

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
