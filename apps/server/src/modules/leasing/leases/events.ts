import { eventType } from '../../../platform/events.ts'

export interface LeaseChange {
  readonly account_id: string
  readonly lease_id: string
  readonly product_id: string
  /** Which of several leases of the product; null for the only one. */
  readonly holding: string | null
  readonly level: number
  readonly expires_at: string | null
}

const leaseChangedType = eventType<LeaseChange>('leases.lease_changed.v1')
const levelEndedType = eventType<LeaseChange>('leases.level_ended.v1')
const leaseExpiredType = eventType<LeaseChange>('leases.lease_expired.v1')

/** What an event says of a lease that holds `level` now. */
export const changeOf = (lease: ChangedLease, level: number, expiresAt: Date | null): LeaseChange => ({
  account_id: lease.accountId,
  lease_id: lease.id,
  product_id: lease.productId,
  holding: lease.holding,
  level,
  expires_at: expiresAt?.toISOString() ?? null,
})

interface ChangedLease {
  readonly id: string
  readonly accountId: string
  readonly productId: string
  readonly holding: string | null
}

/** Time was added or taken; `entryId` is the change's own row. */
export const leaseChanged = (entryId: string, change: LeaseChange) => leaseChangedType([entryId], change)

/** A span ran out and a lower level continues; `since` is the lease's last change. */
export const levelEnded = (endedAt: Date, change: LeaseChange, since: Date) =>
  levelEndedType([change.lease_id, endedAt.toISOString(), since.toISOString()], change)

/** The last span ran out. */
export const leaseExpired = (endedAt: Date, change: LeaseChange, since: Date) =>
  leaseExpiredType([change.lease_id, endedAt.toISOString(), since.toISOString()], change)
