import { vipProductId } from '../../apps/server/src/modules/vip/index.ts'
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
    await client.query('reset session_replication_role')
    await client.query('vacuum (analyze) accounts_account, leases_lease, leases_entry')
  } finally {
    client.release()
  }
}

const endsAt = `date_trunc('milliseconds', now()) + interval '30 days'`
const rfc3339 = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`

const leases = `
  insert into leases_lease (id, account_id, product_id, timeline, expires_at, next_change_at, created_at, updated_at)
  select ${idInSql('8002', 'n')}, ${idInSql('8001', 'n')}, $1,
    jsonb_build_array(jsonb_build_object('level', 1,
      'starts_at', to_char(now() - interval '1 day', ${rfc3339}), 'ends_at', to_char(${endsAt}, ${rfc3339}))),
    ${endsAt}, ${endsAt}, now() - interval '1 year', now() - interval '1 day'
  from generate_series(1, $2::int) n`

const entries = `
  insert into leases_entry (id, lease_id, account_id, source, source_id, level, change_days, change_ms, amount,
    level_before, level_after, expire_before, expire_after, reason, internal_note, created_at)
  select ${idInSql('8003', 'k * $1::int + n')}, ${idInSql('8002', 'n')}, ${idInSql('8001', 'n')}, 'code',
    ${idInSql('8004', 'k * $1::int + n')}, 1, 30, 2592000000, 9.90, 1, 1, now(), now() + interval '30 days', '', '',
    now() - interval '1 year' + k * interval '30 days' + n * interval '1 ms'
  from generate_series(1, $2::int) k, generate_series(1, $1::int) n`
