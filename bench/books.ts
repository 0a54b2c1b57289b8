import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { ledger } from '../apps/server/src/modules/money/ledger/index.ts'
import type { Command } from '../apps/server/src/platform/command.ts'
import type { Benchmark, Finding } from './lab/benchmark.ts'
import { makeAccounts } from './lab/customers.ts'
import { rssMbOf } from './lab/process.ts'
import { saidBy } from './lab/recording.ts'
import { median } from './lab/rounds.ts'
import { serverEnv, startServer, type Server } from './lab/server.ts'
import { makeEntries } from './lab/entries.ts'

const few = 1_000
const many = 1_000_000
const accounts = 10_000

/** `lessor ledger verify`, as an operator runs it, of 1,000,000 entries of 10,000 wallets over a month. */
export const books: Benchmark = {
  id: 'P15',
  run: async ({ scale, rounds }) => {
    await using server = await startServer()
    await makeAccounts(server, 1, accounts, 4)
    await makeEntries(server, { from: 0, count: few, accounts })
    const little = await verify(server, few)
    const count = Math.round(many * scale)
    await makeEntries(server, { from: few, count: count - few, accounts })
    await saidBy(server, digestHours)
    const runs: Verified[] = []
    for (let round = 0; round < Math.min(3, rounds); round++) runs.push(await verify(server, count))
    return findings(count, median(runs.map(({ seconds }) => seconds)), {
      little: little.mostMb,
      much: Math.max(...runs.map(({ mostMb }) => mostMb)),
    })
  },
}

/** As the server's task does every ten minutes. */
function digestHours(cmd: Command): Promise<unknown> {
  const task = ledger.jobs.find(({ name }) => name === 'ledger.digest')
  if (task?.kind !== 'task') throw new Error('There is no task that digests')
  return task.run(cmd, new AbortController().signal)
}

interface Verified {
  readonly seconds: number
  /** The most memory of its process. */
  readonly mostMb: number
}

const lessor = fileURLToPath(new URL('../apps/cli/src/main.ts', import.meta.url))

async function verify({ dataDir }: Server, entries: number): Promise<Verified> {
  const began = performance.now()
  const child = spawn(process.execPath, [lessor, 'ledger', 'verify', '--json'], {
    cwd: dataDir,
    env: serverEnv(dataDir),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const samples: number[] = []
  const timer = setInterval(() => {
    try {
      samples.push(rssMbOf(child.pid ?? 0))
    } catch {
      // It has just ended.
    }
  }, 20)
  const [said, code] = await Promise.all([
    text(child.stdout),
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
  ])
  clearInterval(timer)
  const found = JSON.parse(said) as { ok: boolean; entries: number }
  if (code !== 0 || !found.ok || found.entries !== entries) throw new Error(`It found: ${said}`)
  return { seconds: (performance.now() - began) / 1000, mostMb: Math.max(...samples) }
}

const findings = (
  count: number,
  seconds: number,
  { little, much }: { readonly little: number; readonly much: number },
): Finding[] => [
  {
    what: `\`lessor ledger verify\` of ${count.toLocaleString('en-US')} entries`,
    figure: `${seconds.toFixed(1)} s`,
    reference: '',
    value: seconds,
    unit: 's',
    target: { under: 30 },
  },
  {
    what: `memory of it: more than for ${few.toLocaleString('en-US')} entries`,
    figure: `${much.toFixed(0)} MB`,
    reference: `${little.toFixed(0)} MB`,
    value: much - little,
    unit: 'MB',
    target: { under: 20 },
  },
]
