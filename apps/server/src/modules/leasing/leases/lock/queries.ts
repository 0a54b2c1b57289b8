import { change, columnsOf } from '../../../../platform/statement.ts'
import type { Holder, Lease } from '../queries.ts'
import { lease } from '../table.ts'

/** Whose a lease is, of what, and which of several. */
export interface Held extends Holder {
  /** Null for the one lease that an account has of the product. */
  readonly holding: string | null
}

export const lockHeld = change<Held, Lease>(
  'leases.lock',
  `select ${columnsOf(lease)} from leases_lease
   where account_id = $accountId and product_id = $productId and holding is not distinct from $holding::uuid for update`,
)
export const lockById = change<{ id: string }, Lease>(
  'leases.lock_by_id',
  `select ${columnsOf(lease)} from leases_lease where id = $id for update`,
)
/**
 * The lease, locked; made empty where there is none. No row where another transaction is making it, or where the holding is
 * one too many. Without the name of an index: the one that says what conflicts will be another in a later release. Where
 * there is one nothing is inserted in vain, so that the trigger on inserts takes no lock.
 */
export const lockOrMake = change<Held & { id: string; now: Date }, Lease>(
  'leases.lock_or_make',
  `with made as (
     insert into leases_lease (id, account_id, product_id, holding, timeline, starts_at, created_at, updated_at)
     select $id::uuid, $accountId::uuid, $productId::uuid, $holding::uuid, '[]', null, $now::timestamptz, $now::timestamptz
     where not exists (
       select from leases_lease
       where account_id = $accountId and product_id = $productId and holding is not distinct from $holding::uuid)
     on conflict do nothing
     returning ${columnsOf(lease)})
   select ${columnsOf(lease)} from made
   union all
   select ${columnsOf(lease)} from (
     select ${columnsOf(lease)} from leases_lease
     where account_id = $accountId and product_id = $productId and holding is not distinct from $holding::uuid
     for update) held`,
)
