import type { Db } from '../../../platform/db.ts'
import { viewOfJson, type LeaseView } from './model.ts'
import { endsOf, timelineOf, timelinesOf, type Holder } from './queries.ts'

/** What an account holds of a product now. */
export async function leaseOf(db: Db, holder: Holder, now: Date): Promise<LeaseView> {
  const held = await timelineOf.first(db, holder)
  return viewOfJson(held?.timeline, now)
}

interface Holders {
  readonly accountIds: readonly string[]
  readonly productId: string
}

/** The same for many accounts in one query; who holds nothing is absent. */
export async function leasesOf(db: Db, holders: Holders, now: Date): Promise<Map<string, LeaseView>> {
  const held = await timelinesOf.all(db, holders)
  return new Map(held.map(({ accountId, timeline }) => [accountId, viewOfJson(timeline, now)]))
}

/** When the last time of many accounts ends, or ended; who never held any is absent or null. */
export async function lastEndsOf(db: Db, holders: Holders): Promise<Map<string, Date | null>> {
  const ends = await endsOf.all(db, holders)
  return new Map(ends.map(({ accountId, expiresAt }) => [accountId, expiresAt]))
}
