import { vipProductId } from '../../leasing/catalog/index.ts'
import { leaseOf, leasesOf, type LeaseView } from '../../leasing/leases/index.ts'
import type { Db } from '../../../platform/db.ts'

/** What an account holds of the VIP product now. */
export const vipOf = (db: Db, accountId: string, now: Date): Promise<LeaseView> =>
  leaseOf(db, { accountId, productId: vipProductId }, now)

/** The same for many accounts in one query; who holds nothing is absent. */
export const vipsOf = (db: Db, accountIds: readonly string[], now: Date): Promise<Map<string, LeaseView>> =>
  leasesOf(db, { accountIds, productId: vipProductId }, now)
