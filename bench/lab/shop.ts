import { idInSql } from './customers.ts'
import { vipProductId } from '../../apps/server/src/modules/leasing/catalog/index.ts'
import type { Server } from './server.ts'

/**
 * Gives the accounts 1 to `accounts` what a shop has around them: a code and a try to sign in for each, a registration, an
 * audit entry and a mail for every third or so, and a device of every tenth that is online.
 */
export async function makeShop(server: Server, accounts: number): Promise<void> {
  const client = await server.db.pool.connect()
  try {
    await client.query('set session_replication_role = replica')
    for (const text of rows)
      await client.query(text, text.includes('$2') ? [accounts, vipProductId] : [accounts])
    await client.query('reset session_replication_role')
    await client.query('vacuum (analyze)')
  } finally {
    client.release()
  }
}

const hash = (text: string) => `sha256(convert_to(${text}, 'UTF8'))`
const at = (n: string, of: string) =>
  `date_trunc('milliseconds', now()) - (1 - ${n} / ${of}::float8) * interval '364 days'`
const address = `'10.' || n % 200 || '.' || n / 200 % 200 || '.' || n / 40000 % 200`

const rows = [
  `insert into codes_batch (id, product_id, level, days, amount, count, prefix, note, expires_at, created_by, created_at)
   select ${idInSql('8005', 'n')}, $2, 1, 30, 9.90, 1000, '', 'batch ' || n, now() + (n % 100 - 20) * interval '1 day',
     'operator', ${at('n', '($1::int / 1000 + 1)')}
   from generate_series(1, $1::int / 1000 + 1) n`,
  `insert into codes_code (id, batch_id, hash, sealed, tail, used_by, used_at, revoked_at, created_at)
   select ${idInSql('8004', 'n')}, ${idInSql('8005', 'n / 1000 + 1')}, ${hash(`'code-' || n`)}, ${hash(`'sealed-' || n`)},
     upper(to_hex(n::bigint * 7919 % 65536)), case when n % 5 < 2 then ${idInSql('8001', 'n')} end,
     case when n % 5 < 2 then ${at('n', '$1')} end, case when n % 50 = 2 then now() end, ${at('n', '$1')}
   from generate_series(1, $1::int) n`,
  `insert into sessions_login (id, at, account_id, username, hardware_code, software_version, ip, user_agent, result)
   select ${idInSql('8006', 'n')}, ${at('n', '$1')}, case when n % 20 > 0 then ${idInSql('8001', 'n')} end, 'customer-' || n,
     'HW-' || n, '1.0.0', ${address}, 'client/1.0',
     case when n % 2000 = 0 then 'accounts.disabled' when n % 20 = 0 then 'sessions.bad_credentials' else 'ok' end
   from generate_series(1, $1::int) n`,
  `insert into accounts_registration (id, at, account_id, username, username_key, result, ip, user_agent)
   select ${idInSql('8007', 'n')}, ${at('n', '($1 * 0.3)')}, ${idInSql('8001', 'n')}, 'customer-' || n, 'customer-' || n,
     case when n % 20 = 0 then 'accounts.username_taken' else 'ok' end, ${address}, 'client/1.0'
   from generate_series(1, ($1::int * 0.3)::int) n`,
  // Below the entries that the server writes itself, whose chain they aren't part of.
  `insert into audit_entry (seq, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, ip, user_agent,
     request_id, previous, hash)
   select n - 1 - ($1::int * 0.3)::int, ${at('n', '($1 * 0.3)')}, 'staff', 'staff-' || n % 10, 'operator ' || n % 10,
     case when n % 1000 = 0 then 'codes.batch_issued' when n % 5 = 0 then 'accounts.changed' else 'leases.granted' end,
     'account', ${idInSql('8001', 'n')}::text, '10.0.0.1', 'browser', n::text, ${hash('n::text')}, ${hash('n::text')}
   from generate_series(1, ($1::int * 0.3)::int) n`,
  `insert into notify_mail (id, recipient, template, language, state, attempts, next_try_at, created_at, sent_at)
   select ${idInSql('8008', 'n')}, 'customer-' || n || '@example.com', 'verify_email', 'zh',
     case when n % 100 = 0 then 'failed' else 'sent' end, 1, now(), ${at('n', '($1 * 0.3)')}, ${at('n', '($1 * 0.3)')}
   from generate_series(1, ($1::int * 0.3)::int) n`,
  `insert into sessions_session (id, account_id, slot, token_hash, hardware_code, software_version, ip, user_agent,
     created_at, last_activity_at, due_at)
   select ${idInSql('8009', 'n')}, ${idInSql('8001', 'n * 10')}, 1, ${hash(`'session-' || n`)}, 'HW-' || n * 10, '1.0.0',
     ${address}, 'client/1.0', ${at('n', '($1 * 0.1)')}, now() - n % 600 * interval '100 ms', now() + interval '30 days'
   from generate_series(1, $1::int / 10) n`,
  `insert into status_link (account_id, token_hash, created_at)
   select ${idInSql('8001', 'n * 3')}, ${hash(`'link-' || n`)}, now() from generate_series(1, $1::int / 3) n`,
]
