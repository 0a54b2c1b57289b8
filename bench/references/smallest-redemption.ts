import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { serverRole } from '../../apps/server/src/platform/postgres/socket-dir.ts'
import type { Child } from '../lab/child.ts'
import { databaseUrlOf, type Server } from '../lab/server.ts'
import type { Script } from './bare-sql.ts'

const id = `lpad($1::text, 32, '0')::uuid`

/** The least that a redemption must do: claim a code, lock and move a lease, write why. `$1` says which one. */
const statements = [
  `update bench_code set used_by = ${id}, used_at = now()
   where hash = sha256($1::text::bytea) and used_by is null and revoked_at is null`,
  `select timeline from bench_lease where account_id = ${id} and product_id = ${id} for update`,
  `update bench_lease set expires_at = now() + interval '30 days', updated_at = now() where id = ${id}`,
  `insert into bench_entry (id, lease_id, account_id, source, source_id, level, change_days, change_ms, level_before,
     level_after, expire_after, created_at)
   values (gen_random_uuid(), ${id}, ${id}, 'code', ${id}, 1, 30, 2592000000, 0, 1, now() + interval '30 days', now())`,
]

// With the indexes and checks of the product's tables, and without their foreign keys and triggers.
const tables = [
  'create table bench_code (like codes_code including all)',
  'create table bench_lease (like leases_lease including all)',
  'create table bench_entry (like leases_entry including all)',
  `grant all on bench_code, bench_lease, bench_entry to ${serverRole}`,
]
const rows = [
  `insert into bench_code (id, batch_id, hash, sealed, tail, created_at)
   select lpad(n::text, 32, '0')::uuid, gen_random_uuid(), sha256(n::text::bytea), '', '', now()
   from generate_series($1::int, $2::int) n`,
  `insert into bench_lease (id, account_id, product_id, timeline, created_at, updated_at)
   select lpad(n::text, 32, '0')::uuid, lpad(n::text, 32, '0')::uuid, lpad(n::text, 32, '0')::uuid, '[]', now(), now()
   from generate_series($1::int, $2::int) n`,
]

interface Smallest {
  readonly what: string
  /** Does as many as a round has; answers how many a second. */
  readonly perSecond: () => Promise<number>
}

/** By pgbench, where there is one (Debian has it in postgresql-15), else by node-postgres. */
export async function smallestRedemption(
  server: Server,
  bare: Child<Script, { perSecond: number }>,
  connections: number,
  perRound: number,
): Promise<Smallest> {
  for (const statement of tables) await server.db.query(statement, [])
  const url = await databaseUrlOf(server.dataDir)
  const each = Math.ceil(perRound / connections)
  let done = 0
  const next = async () => {
    const from = done + 1
    done += each * connections
    for (const statement of rows) await server.db.query(statement, [from, done])
    await server.db.query('analyze bench_code, bench_lease, bench_entry', [])
    return from
  }
  if (await hasPgbench())
    return {
      what: 'pgbench of the smallest transaction',
      perSecond: async () => pgbench(url, { connections, each, from: await next() }),
    }
  return {
    what: 'the smallest transaction from node-postgres (there is no pgbench here)',
    perSecond: async () => {
      const from = await next()
      const transactions = Array.from({ length: each * connections }, (_, n) => said(from + n))
      return (await bare.ask({ url, connections, transactions })).perSecond
    },
  }
}

const said = (n: number) => [
  { text: 'begin', values: [] },
  ...statements.map((sql, i) => ({ name: `bench.smallest_${i}`, text: sql, values: [String(n)] })),
  { text: 'commit', values: [] },
]

interface Round {
  readonly connections: number
  /** Transactions of each connection. */
  readonly each: number
  readonly from: number
}

async function pgbench(url: string, { connections, each, from }: Round): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'lessor-pgbench-'))
  try {
    const script = join(folder, 'script.sql')
    const lines = ['begin', ...statements, 'commit'].map((sql) => `${sql.replaceAll('$1', ':k')};`)
    await writeFile(
      script,
      ['\\set n :n + 1', '\\set k :base + :client_id * :each + :n', ...lines].join('\n'),
    )
    const given = ['-D', 'n=-1', '-D', `base=${from}`, '-D', `each=${each}`]
    const said = await run('-n', '-M', 'prepared', '-c', `${connections}`, '-j', '2', '-t', `${each}`, '-f', script, ...given, url) // prettier-ignore
    const [, tps] = /^tps = ([\d.]+)/m.exec(said) ?? []
    if (tps === undefined || !said.includes('failed transactions: 0')) throw new Error(said)
    return Number(tps)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function run(...args: string[]): Promise<string> {
  const child = spawn('pgbench', args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const [code, said] = await Promise.all([ended, text(child.stdout)])
  if (code !== 0) throw new Error(`pgbench ended with ${code}`)
  return said
}

const hasPgbench = () =>
  run('--version').then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
