import { vipProductId } from '../../apps/server/src/modules/leasing/catalog/index.ts'
import { idInSql } from './customers.ts'
import type { Server } from './server.ts'

/**
 * Gives each of the accounts 1 to `accounts` a lease that runs, and `entriesEach` entries of its history, as many years
 * of use would have left them.
 */
export async function makeHistory(server: Server, accounts: number, entriesEach: number): Promise<void> {
  const client = await server.db.pool.connect()
  try {
    // Foreign keys are true by construction here; checking them a row at a time takes longer than all else.
    await client.query('set session_replication_role = replica')
    await client.query(leases, [vipProductId, accounts])
    await client.query(entries, [accounts, entriesEach])
    // As the trigger would have.
    await client.query('delete from leases_never where account_id in (select account_id from leases_lease)')
    await client.query('reset session_replication_role')
    await client.query('vacuum (analyze) accounts_account, leases_lease, leases_entry, leases_never')
  } finally {
    client.release()
  }
}

// Six of seven leases run, to ends within a year; the others ended within the last.
const endsAt = `date_trunc('milliseconds', now()) + ((n::bigint * 7919 % 365) - case when n % 7 = 0 then 365 else -1 end) * interval '1 day'`
const rfc3339 = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`

const leases = `
  insert into leases_lease (id, account_id, product_id, timeline, expires_at, next_change_at, created_at, updated_at)
  select ${idInSql('8002', 'n')}, ${idInSql('8001', 'n')}, $1,
    jsonb_build_array(jsonb_build_object('level', 1,
      'starts_at', to_char(now() - interval '2 years', ${rfc3339}), 'ends_at', to_char(ends_at, ${rfc3339}))),
    ends_at, case when ends_at > now() then ends_at end, now() - interval '1 year', now() - interval '1 day'
  from generate_series(1, $2::int) n, lateral (select ${endsAt} as ends_at) ends`

// Evenly over a year; every fifth is a grant, by one of ten operators.
const entries = `
  insert into leases_entry (id, lease_id, account_id, source, source_id, level, change_days, change_ms, amount,
    level_before, level_after, expire_before, expire_after, reason, internal_note, operator_id, operator_name, created_at)
  select ${idInSql('8003', 'k * $1::int + n')}, ${idInSql('8002', 'n')}, ${idInSql('8001', 'n')},
    case when granted then 'grant' else 'code' end, case when not granted then ${idInSql('8004', 'k * $1::int + n')} end,
    1, 73, 73 * 86400000::bigint, case when granted then 0 else 9.90 end, 1, 1,
    case when (k + n) % 4 > 0 then at + interval '1 day' end, at + interval '74 days', '', '',
    case when granted then 'staff-' || n % 10 end, case when granted then 'operator ' || n % 10 end, at
  from generate_series(1, $2::int) k, generate_series(1, $1::int) n, lateral (
    select (k + n) % 5 = 0 as granted, date_trunc('milliseconds', now())
      - (1 - (k - 1 + n / $1::float8) / $2::int) * interval '364 days' as at) given`
