import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startEmbeddedPostgres } from '../apps/server/src/platform/postgres/embedded.ts'
import type { Benchmark, Finding } from './lab/benchmark.ts'
import { inTurn, type Compared } from './lab/rounds.ts'
import { serverEnv, stopped } from './lab/server.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const serviceFile = join(root, 'tools/serve.mjs')

/** From nothing running to ready, the data and the compile cache being there, against an empty node and a postgres. */
export const start: Benchmark = {
  id: 'P7',
  run: async ({ rounds }) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'lessor-bench-'))
    const port = await freePort()
    const env = { ...process.env, ...serverEnv(dataDir, { SERVER_PORT: String(port) }) }
    const readyAfter = (child: ChildProcess) => untilReady(child, port, dataDir)
    const inNpm = () => readyAfter(spawn(...npmStart, { cwd: root, env, stdio: 'ignore' }))
    const alone = () =>
      readyAfter(spawn(process.execPath, [serviceFile], { cwd: dataDir, env, stdio: 'ignore' }))
    const reference = async () => (await emptyNode()) + (await onePostgres(dataDir))
    try {
      return [
        finding('`npm start` to ready', await inTurn(rounds, inNpm, reference)),
        // npm itself takes a good part of that, and who runs the server as a service has none.
        finding('the server alone to ready', await inTurn(rounds, alone, reference)),
      ]
    } finally {
      await rm(dataDir, { recursive: true, force: true })
    }
  },
}

const npmStart: [string, string[]] = process.env.npm_execpath
  ? [process.execPath, [process.env.npm_execpath, 'start']]
  : ['npm', ['start']]

const finding = (what: string, { figure, reference, ratio: value }: Compared): Finding => ({
  what,
  figure: `${figure.toFixed(0)} ms`,
  reference: `${reference.toFixed(0)} ms`,
  value,
  unit: 'x',
  target: { under: 10 },
})

/** Milliseconds until /ready says yes; then the program is stopped, and what it started too. */
async function untilReady(child: ChildProcess, port: number, dataDir: string): Promise<number> {
  const began = performance.now()
  while (!(await isReady(port))) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode} before it was ready`)
    await sleep(2)
  }
  const ms = performance.now() - began
  const server = Number(await readFile(join(dataDir, 'postgres/server.pid'), 'utf8'))
  await stopped(child)
  // npm is gone before the server is.
  while (isAlive(server)) await sleep(5)
  return ms
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}

const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/ready`).then(
    ({ ok }) => ok,
    // The port isn't open yet.
    () => false,
  )

async function emptyNode(): Promise<number> {
  const began = performance.now()
  await once(spawn(process.execPath, ['-e', ''], { stdio: 'ignore' }), 'exit')
  return performance.now() - began
}

async function onePostgres(dataDir: string): Promise<number> {
  const began = performance.now()
  const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), log: () => undefined })
  const ms = performance.now() - began
  await postgres.stop()
  return ms
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
