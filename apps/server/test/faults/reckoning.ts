import { DAY_MS } from '@lessor/kit'
import pg from 'pg'
import { expect } from 'vitest'
import { verifyAudit } from '../../src/modules/core/audit/index.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openDatabase, type Database } from '../../src/platform/db.ts'
import { secretsFrom, tokenHash, type RootKey } from '../../src/platform/secrets.ts'
import { clientOf, expectSoon } from './databases.ts'
import { acknowledged, type Ledger } from './ledger.ts'

export type Ask = <Row extends object>(sql: string) => Promise<Row[]>

/** Holds the database against the ledger: all that was acknowledged is there, once, and nothing else is, but for orders. */
export async function expectExactly(
  ledger: Ledger,
  databaseUrl: string,
  ring: readonly RootKey[],
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const ask: Ask = async (sql) => (await client.query(sql)).rows as never
    expect(ledger.wrong).toEqual([])
    expect(ledger.changes.filter(({ answer }) => answer === undefined)).toEqual([])
    await expectEntries(ledger, ask)
    await expectCodes(ledger, ask)
    await expectTimelines(ask)
    await expectSessions(ledger, ask)
    await expectEvents(ledger, ask)
  } finally {
    await client.end()
  }
  await expectAuditHolds(databaseUrl, ring)
}

/** The work that registrations queue by event is done within a minute, once each, across crashes. */
export async function expectMailWritten(ledger: Ledger, databaseUrl: string): Promise<void> {
  const client = await clientOf(databaseUrl)
  const mails = 'select count(*)::int as mails, count(distinct recipient)::int as recipients from notify_mail'
  const { length } = ledger.customers
  await expectSoon(client, mails, [{ mails: length, recipients: length }], 60_000)
}

/** One entry for each acknowledged change, of its account, level and days. */
async function expectEntries(ledger: Ledger, ask: Ask): Promise<void> {
  const grants = await ask<{ text: string }>(
    `select concat_ws(' ', reason, account_id, level, change_days) as text from leases_entry where source = 'grant'`,
  )
  expect(grants.map(({ text }) => text).sort()).toEqual(
    acknowledged(ledger, 'grant')
      .map(({ key, accountId, level, days }) => `${key} ${accountId} ${level} ${days}`)
      .sort(),
  )
  const codes = await ask<{ text: string }>(
    `select concat_ws(' ', account_id, level, change_days) as text from leases_entry where source = 'code'`,
  )
  expect(codes.map(({ text }) => text).sort()).toEqual(
    acknowledged(ledger, 'code')
      .map(({ accountId, level, days }) => `${accountId} ${level} ${days}`)
      .sort(),
  )
}

/** Each code that was acknowledged is used by its account, with an entry of its own; no other code is used. */
async function expectCodes(ledger: Ledger, ask: Ask): Promise<void> {
  const used = await ask<{ tail: string; usedBy: string }>(
    `select c.batch_id || ' ' || c.tail as tail, c.used_by as "usedBy"
     from codes_code c join leases_entry e on e.source = 'code' and e.source_id = c.id and e.account_id = c.used_by
     where c.used_at is not null`,
  )
  const batchOf = new Map(ledger.batches.flatMap(({ id, codes }) => codes.map((code) => [code, id])))
  const wanted = acknowledged(ledger, 'code').map(
    ({ code = '', accountId }) => `${batchOf.get(code)} ${code.slice(-4)} ${accountId}`,
  )
  expect(used.map(({ tail, usedBy }) => `${tail} ${usedBy}`).sort()).toEqual(wanted.sort())
  const [counts] = await ask<object>(
    `select (select count(*)::int from codes_code where used_at is not null) as used,
       (select count(*)::int from codes_batch) as batches, (select count(*)::int from codes_code) as codes`,
  )
  const issued = ledger.batches.flatMap(({ codes }) => codes)
  expect(counts).toEqual({ used: used.length, batches: ledger.batches.length, codes: issued.length })
}

interface Entry {
  readonly lease: string
  readonly before: Date | null
  readonly after: Date
  readonly at: Date
  readonly days: number
  readonly end: Date
}

/** Each lease's entries make a chain from its first moment to its end, to the millisecond. */
async function expectTimelines(ask: Ask): Promise<void> {
  const entries = await ask<Entry>(
    `select e.lease_id as lease, e.expire_before as before, e.expire_after as after, e.created_at as at,
       e.change_days as days, (l.timeline -> -1 ->> 'ends_at')::timestamptz as end
     from leases_entry e join leases_lease l on l.id = e.lease_id
     where not exists (select 1 from orders_order o where o.account_id = e.account_id) order by e.lease_id, e.expire_after`,
  )
  for (const chain of Map.groupBy(entries, ({ lease }) => lease).values()) {
    let end: Date | undefined
    for (const { before, after, at, days } of chain) {
      expect(before).toEqual(end ?? null)
      end = new Date((end ?? at).getTime() + days * DAY_MS)
      expect(after).toEqual(end)
    }
    expect(chain[0]?.end).toEqual(end)
  }
}

/** No account lives twice, and each lives in the session of its last sign-in. */
async function expectSessions(ledger: Ledger, ask: Ask): Promise<void> {
  const living = await ask<{ text: string }>(
    `select account_id || ' ' || encode(token_hash, 'hex') as text from sessions_session where ended_at is null`,
  )
  const wanted = ledger.customers.map((one) => `${one.id} ${tokenHash(one.sessionToken).toString('hex')}`)
  expect(living.map(({ text }) => text).sort()).toEqual(wanted.sort())
  const [accounts] = await ask('select count(*)::int as count from accounts_account')
  expect(accounts).toEqual({ count: ledger.customers.length })
}

/** Every event was delivered once. */
async function expectEvents(ledger: Ledger, ask: Ask): Promise<void> {
  const published = await ask<{ name: string; count: number }>(
    `select name, count(*)::int from platform_event where name like 'codes.%' or name like 'leases.%'
     group by name order by name`,
  )
  const [{ byOrders } = { byOrders: 0 }] = await ask<{ byOrders: number }>(
    `select count(*)::int as "byOrders" from leases_entry where source in ('order', 'refund')`,
  )
  const wanted = [
    { name: 'codes.code_redeemed.v1', count: acknowledged(ledger, 'code').length },
    { name: 'leases.lease_changed.v1', count: ledger.changes.length + byOrders },
  ]
  expect(published).toEqual(wanted.filter(({ count }) => count > 0))
}

async function expectAuditHolds(url: string, ring: readonly RootKey[]): Promise<void> {
  await withDatabase(url, async (db) => {
    expect(await verifyAudit({ db, secrets: secretsFrom(ring), clock: systemClock })).toMatchObject({
      ok: true,
    })
  })
}

/** Opens a database as the server does, for one check. */
export async function withDatabase(url: string, check: (db: Database) => Promise<void>): Promise<void> {
  const pool = { max_connections: 2, min_connections: 0, idle_timeout_secs: 1, max_lifetime_secs: 60 }
  const errors: Error[] = []
  const onError = (error: Error) => void errors.push(error)
  const db = openDatabase({ url, ...pool, acquire_timeout_secs: 5, onError })
  try {
    await check(db)
    expect(errors).toEqual([])
  } finally {
    await db.close()
  }
}
