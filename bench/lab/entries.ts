import type { Server } from './server.ts'

interface Wanted {
  /** How many there are already. */
  readonly from: number
  readonly count: number
  readonly accounts: number
}

/**
 * Entries as a month of a shop leaves them: money is put into each wallet and spent again, in turn. Each wallet's steps and
 * balance are what the table's trigger would have made, which for so many takes longer than all else.
 */
export async function makeEntries({ db }: Server, { from, count, accounts }: Wanted): Promise<void> {
  const client = await db.pool.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query(entries, [from, count, accounts])
    await client.query(balances)
    await client.query('reset session_replication_role')
    await client.query('vacuum (analyze) ledger_entry, ledger_balance')
  } finally {
    client.release()
  }
}

// Entry n is step n / accounts + 1 of wallet n % accounts: odd steps put 30.00 in, even ones spend them.
const entries = `
  with new as (
    select n, n / $3::int + 1 as step, ('019a0000-0000-7000-8001-' || lpad(to_hex(n % $3::int + 1), 12, '0'))::uuid as of
    from generate_series($1::int, $1::int + $2::int - 1) n)
  insert into ledger_entry (id, at, debit, debit_of, credit, credit_of, amount, cause, cause_id, part,
    debit_seq, debit_after, credit_seq, credit_after)
  select ('019b0000-0000-7000-8001-' || lpad(to_hex(n), 12, '0'))::uuid,
    date_trunc('milliseconds', now()) - interval '31 days' + n * interval '2.5 seconds',
    case when step % 2 = 1 then 'adjustments' else 'wallet' end, case when step % 2 = 0 then of end,
    case when step % 2 = 1 then 'wallet' else 'income' end, case when step % 2 = 1 then of end,
    30.00, case when step % 2 = 1 then 'adjustment' else 'order_paid' end, gen_random_uuid(), 0,
    case when step % 2 = 0 then step end, case when step % 2 = 0 then 0.00 end,
    case when step % 2 = 1 then step end, case when step % 2 = 1 then 30.00 end
  from new`

const balances = `
  update ledger_balance b set seq = last.seq, balance = case when last.seq % 2 = 1 then 30.00 else 0.00 end
  from (select of, max(seq) as seq from (
      select debit_of as of, debit_seq as seq from ledger_entry where debit = 'wallet'
      union all select credit_of, credit_seq from ledger_entry where credit = 'wallet') step group by of) last
  where b.account = 'wallet' and b.of = last.of`
