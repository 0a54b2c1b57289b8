// `node bench/upgrade.ts STEP [LEASES] [ENTRIES]`: applies the steps of the schema from STEP on to a database of before
// them with so many leases and entries, while four connections change leases as a program of before does. Prints for each
// step how long it took and how long the slowest of those transactions then did.
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { migrateDatabase, migrationsFolder } from '../apps/server/src/platform/migrations.ts'
import { startEmbeddedPostgres } from '../apps/server/src/platform/postgres/embedded.ts'

const [from = '_lease_terms', leases = '1000000', entries = '5000000'] = process.argv.slice(2)
const vip = `'019a0000-0000-7000-8000-000000000001'`
const idOf = (kind: number, n: string) =>
  `('0190${kind}000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

const fill = [
  `insert into accounts_account (id, username, username_key, created_at)
   select ${idOf(0, 'n')}, 'u' || n, 'u' || n, now() from generate_series(1, ${leases}) n`,
  `insert into leases_lease (id, account_id, product_id, timeline, expires_at, created_at, updated_at)
   select ${idOf(1, 'n')}, ${idOf(0, 'n')}, ${vip}, '[]', now(), now() - interval '1 day', now()
   from generate_series(1, ${leases}) n`,
  `insert into leases_entry (id, lease_id, account_id, source, source_id, level, change_days, change_ms, level_before,
     level_after, created_at)
   select ${idOf(2, 'n')}, ${idOf(1, `1 + n % ${leases}`)}, ${idOf(0, `1 + n % ${leases}`)}, 'code', ${idOf(3, 'n')}, 1, 30,
     2592000000, 1, 1, now() - interval '100 days' + n * interval '1 second'
   from generate_series(1, ${entries}) n`,
  'analyze',
]

const change = [
  `select id from leases_lease where id = ${idOf(1, '$1::int')} for update`,
  `update leases_lease set updated_at = now() where id = ${idOf(1, '$1::int')}`,
  `insert into leases_entry (id, lease_id, account_id, source, source_id, level, change_days, change_ms, level_before,
     level_after, created_at)
   select gen_random_uuid(), ${idOf(1, '$1::int')}, ${idOf(0, '$1::int')}, 'code', gen_random_uuid(), 1, 30, 2592000000, 1, 1, now()`,
]
const firstLease = [
  `insert into accounts_account (id, username, username_key, created_at) values ($1::uuid, $1::uuid::text, $1::uuid::text, now())`,
  `insert into leases_lease (id, account_id, product_id, timeline, created_at, updated_at)
   values ($1::uuid, $1::uuid, ${vip}, '[]', now(), now()) on conflict (account_id, product_id) do nothing`,
]

interface Done {
  readonly at: number
  readonly tookMs: number
}

/** Changes leases one after another until `over`; every fiftieth time it makes one. */
async function work(url: string, done: Done[], over: AbortSignal): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (let n = 1; !over.aborted; n++) {
    const began = performance.now()
    const [statements, value] =
      n % 50 === 0 ? [firstLease, randomUUID()] : [change, 1 + Math.floor(Math.random() * Number(leases))]
    await client.query('begin')
    for (const statement of statements) await client.query(statement, [value])
    await client.query('commit')
    done.push({ at: performance.now(), tookMs: performance.now() - began })
  }
  await client.end()
}

/** What ended after `since`, or was begun before. */
function slowest(done: readonly Done[], since: number): string {
  const times = done.filter(({ at }) => at >= since).map(({ tookMs }) => tookMs).sort((a, b) => a - b) // prettier-ignore
  const [median = 0, most = 0] = [times[times.length >> 1], times.at(-1)]
  return `${times.length} transactions, median ${median.toFixed(1)} ms, slowest ${most.toFixed(0)} ms`
}

const folder = await mkdtemp(join(tmpdir(), 'lessor-upgrade-'))
const [dataDir, steps] = [join(folder, 'data'), join(folder, 'steps')]
const postgres = await startEmbeddedPostgres({
  dataDir,
  settings: { max_wal_size: '4GB' },
  log: () => undefined,
})
try {
  const { url } = postgres
  const files = (await readdir(migrationsFolder)).filter((file) => file.endsWith('.sql')).sort()
  const first = files.findIndex((file) => file.includes(from))
  for (const file of files.slice(0, first)) await cp(join(migrationsFolder, file), join(steps, file))
  await migrateDatabase(url, steps)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of fill) await client.query(statement)
  await client.end()

  const [done, over]: [Done[], AbortController] = [[], new AbortController()]
  const workers = Array.from({ length: 4 }, () => work(url, done, over.signal))
  await sleep(3_000)
  console.log(`before: ${slowest(done, 0)}`)
  for (const file of files.slice(first)) {
    const began = performance.now()
    await cp(join(migrationsFolder, file), join(steps, file))
    await migrateDatabase(url, steps)
    const tookMs = performance.now() - began
    await sleep(300)
    console.log(`${file}: ${tookMs.toFixed(0)} ms; ${slowest(done, began)}`)
  }
  over.abort()
  await Promise.all(workers)
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
