import { change, columnsOf } from '../../../../platform/statement.ts'
import type { Lease } from '../queries.ts'
import { lease } from '../table.ts'

/** Leases whose running span is over, a batch of them, locked; those another process has are passed over. */
export const lockDue = change<{ now: Date; limit: number; except: readonly string[] }, Lease>(
  'leases.lock_due',
  `select ${columnsOf(lease)} from leases_lease where next_change_at <= $now and id <> all ($except::uuid[])
   order by next_change_at limit $limit for update skip locked`,
)

export const setNextChange = change<{ id: string; at: Date | null }>(
  'leases.set_next_change',
  'update leases_lease set next_change_at = $at where id = $id',
)

/** Leases that have an end to come before the one that is noted, or none noted; locked. `endsAt` is the first to come. */
export const lockDisarmed = change<
  { now: Date; limit: number },
  Pick<Lease, 'id' | 'accountId' | 'productId' | 'holding' | 'timeline'> & { endsAt: Date }
>(
  'leases.lock_disarmed',
  `select id, account_id, product_id, holding, timeline, ends_at
   from leases_lease, lateral (
     select min(ends_at) as ends_at from jsonb_to_recordset(timeline) as span (ends_at timestamptz(3))
     where ends_at > $now) as first
   where expires_at > $now and ends_at is not null and (next_change_at is null or next_change_at > ends_at)
   limit $limit for update of leases_lease skip locked`,
)

export const arm = change<{ id: string; at: Date; now: Date }>(
  'leases.arm',
  'update leases_lease set next_change_at = $at, updated_at = $now where id = $id',
)
