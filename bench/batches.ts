import { newId } from '@lessor/kit'
import { randomBytes } from 'node:crypto'
import { rate, type Benchmark, type Finding } from './lab/benchmark.ts'
import { rssMbOf } from './lab/process.ts'
import { inTurn, type Compared } from './lab/rounds.ts'
import { startServer, type Server } from './lab/server.ts'
import { copy } from './references/copy.ts'

const largest = 100_000

/** A batch of 100,000 codes: issued over HTTP, and exported as CSV over HTTP, against COPY of the same rows. */
export const batches: Benchmark = {
  id: 'P5',
  run: async (effort) => {
    await using server = await startServer()
    const cookie = await server.calls.ownerCookie()
    const count = Math.round(largest * Math.min(1, effort.scale))
    const rounds = Math.ceil(effort.rounds / 2)
    let batchId = ''
    const issued = await inTurn(
      rounds,
      async () => {
        const began = performance.now()
        batchId = await issue(server, cookie, count)
        return perSecond(count, began)
      },
      () => copyIn(server, batchId, count),
    )
    const memory = watchMemory(server.pid)
    const exported = await inTurn(
      rounds,
      () => exportOver(server, cookie, batchId, count),
      () => copyOut(server, batchId, count),
    )
    return [
      finding(`codes issued, ${count} in a batch`, issued),
      finding(`codes exported, ${count} in a batch`, exported),
      memory.finding(),
    ]
  },
}

const perSecond = (count: number, began: number) => count / ((performance.now() - began) / 1000)

const finding = (what: string, { figure, reference, ratio: value }: Compared): Finding => ({
  what,
  figure: rate(figure),
  reference: rate(reference),
  value,
  unit: '',
  target: { atLeast: 0.25 },
})

async function issue({ calls }: Server, cookie: string, count: number): Promise<string> {
  const body = { level: 1, days: 30, count, prefix: 'VIP' }
  const { batch } = await calls.data<{ batch: { id: string } }>('POST /api/admin/code-batches', {
    cookie,
    body,
  })
  return batch.id
}

async function exportOver({ calls }: Server, cookie: string, id: string, count: number): Promise<number> {
  const began = performance.now()
  const { body } = await calls.raw(`GET /api/admin/code-batches/${id}/export`, { cookie })
  let lines = 0
  for await (const chunk of body ?? []) lines += linesIn(chunk)
  // The first names the columns.
  if (lines !== count + 1) throw new Error(`The export has ${lines} lines`)
  return perSecond(count, began)
}

/** Found by the machine, not by us: reading an export must cost next to nothing, as reading COPY does. */
function linesIn(chunk: Uint8Array): number {
  let lines = 0
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++
  return lines
}

/** The same number of rows of the same sizes, into the same table with the same indexes, as one transaction. */
async function copyIn({ db }: Server, like: string, count: number): Promise<number> {
  const { rows } = await db.query<{ sealed: Buffer }>(
    'select sealed from codes_code where batch_id = $1 limit 1',
    [like],
  )
  const batchId = newId()
  const chunks = rowsLike(rows[0]?.sealed.length ?? 0, batchId, count)
  const began = performance.now()
  await db.query(
    `insert into codes_batch select $1, product_id, level, days, amount, count, prefix, note, expires_at, created_by, created_at
     from codes_batch where id = $2`,
    [batchId, like],
  )
  await copy(db, 'copy codes_code (id, batch_id, hash, sealed, tail, created_at) from stdin', chunks)
  return perSecond(count, began)
}

function rowsLike(sealedBytes: number, batchId: string, count: number): Buffer[] {
  const createdAt = new Date().toISOString()
  const row = () => {
    const [hash, sealed] = [randomBytes(32).toString('hex'), randomBytes(sealedBytes).toString('hex')]
    const tail = randomBytes(2).toString('hex').toUpperCase()
    return [newId(), batchId, `\\\\x${hash}`, `\\\\x${sealed}`, tail, createdAt].join('\t')
  }
  const perChunk = 500
  return Array.from({ length: Math.ceil(count / perChunk) }, (_, chunk) => {
    const size = Math.min(perChunk, count - chunk * perChunk)
    return Buffer.from(`${Array.from({ length: size }, row).join('\n')}\n`)
  })
}

/** The same lines, but for the code, which PostgreSQL can't open: it gives it sealed. */
async function copyOut({ db }: Server, batchId: string, count: number): Promise<number> {
  const began = performance.now()
  await copy(db, `copy (${sameLines.replace('$1', `'${batchId}'`)}) to stdout (format csv, header)`)
  return perSecond(count, began)
}

const sameLines = `
  select encode(c.sealed, 'hex') as code, b.level, b.days,
    case when c.used_at is not null then 'used' when c.revoked_at is not null then 'revoked'
      when b.expires_at <= now() then 'expired' else 'unused' end as status,
    b.expires_at, c.used_at, a.username as used_by, b.note
  from codes_code c join codes_batch b on b.id = c.batch_id left join accounts_account a on a.id = c.used_by
  where c.batch_id = $1 order by c.id`

const sampleMs = 20

function watchMemory(pid: number): { finding(): Finding } {
  const samples: number[] = []
  const timer = setInterval(() => samples.push(rssMbOf(pid)), sampleMs)
  return {
    finding: () => {
      clearInterval(timer)
      const [least, most] = [Math.min(...samples), Math.max(...samples)]
      const figure = `${least.toFixed(0)} to ${most.toFixed(0)} MB`
      return {
        what: 'memory of the server while it exports',
        figure,
        reference: '',
        value: most - least,
        unit: 'MB',
      }
    },
  }
}
