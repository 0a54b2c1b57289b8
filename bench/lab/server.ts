import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '../../apps/server/src/platform/db.ts'
import { readPidFile } from '../../apps/server/src/platform/postgres/pid-file.ts'
import { adminRole, urlOf } from '../../apps/server/src/platform/postgres/socket-dir.ts'
import { ensureServer } from '../../tools/launch/server.mjs'
import { callsOf, owner, type Calls } from './calls.ts'

/** The real server, as `npm start` runs it, in a process of its own, on an embedded PostgreSQL of its own (fsync on). */
export interface Server {
  readonly port: number
  readonly pid: number
  readonly dataDir: string
  readonly calls: Calls
  /** A pool of the benchmark's own on the server's database. */
  readonly db: Database
  [Symbol.asyncDispose](): Promise<void>
}

export interface ServerOptions {
  /** Settings as an operator gives them. */
  readonly env?: Readonly<Record<string, string>>
  /** For the node that runs it. */
  readonly nodeArgs?: readonly string[]
}

// The limiter counts every request as ever; it only allows more, as for a load test it must.
const wideLimits = Object.fromEntries(
  ['LOGIN', 'REGISTER', 'HEARTBEAT', 'WRITE', 'CODE', 'STATUS'].map((name) => [
    `LESSOR_RATE_LIMIT_${name}_PER_SEC`,
    '1000000',
  ]),
)

/** The environment of a server of ours: nothing of the caller's settings gets through. */
export const serverEnv = (dataDir: string, env: ServerOptions['env'] = {}): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  // As `npm start` gives them to it.
  ...(process.env.NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }),
  ...(process.env.NODE_OPTIONS && { NODE_OPTIONS: process.env.NODE_OPTIONS }),
  ...(process.env.MALLOC_ARENA_MAX && { MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX }),
  LESSOR_DATA_DIR: dataDir,
  LESSOR_SERVER_HOST: '127.0.0.1',
  SERVER_PORT: '0',
  LOG_FORMAT: 'json',
  LESSOR_BOOTSTRAP_ADMIN_PASSWORD: owner.password,
  ...wideLimits,
  ...env,
})

/** Starts the server on an empty data folder, which goes with it. */
export async function startServer({ env, nodeArgs = [] }: ServerOptions = {}): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lessor-bench-'))
  const child = spawn(process.execPath, [...nodeArgs, await ensureServer(process.execPath)], {
    cwd: dataDir,
    env: serverEnv(dataDir, env),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const port = await portOf(child)
  const db = openDatabase({ ...pool, url: await databaseUrlOf(dataDir, adminRole), onError: failed })
  return {
    port,
    pid: child.pid ?? 0,
    dataDir,
    db,
    calls: callsOf(`http://127.0.0.1:${port}`),
    [Symbol.asyncDispose]: async () => {
      await db.close()
      await stopped(child)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const pool = {
  max_connections: 16,
  min_connections: 0,
  idle_timeout_secs: 60,
  max_lifetime_secs: 0,
  acquire_timeout_secs: 5,
}

function failed(error: Error): void {
  throw error
}

/** Reads the port from what the server tells people when it is ready. */
export function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said += String(chunk)
      const [, port] = /http:\/\/localhost:(\d+)\/admin/.exec(said) ?? []
      if (port !== undefined) resolve(Number(port))
    })
    child.once('exit', () => reject(new Error(`The server ended:\n${said}`)))
  })
}

export async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

/** As the server connects, or as the superuser, who may load data without checking foreign keys. */
export async function databaseUrlOf(dataDir: string, role?: string): Promise<string> {
  const file = await readPidFile(join(dataDir, 'postgres/cluster'))
  if (!file) throw new Error(`No PostgreSQL runs in ${dataDir}`)
  return urlOf(file.socketDir, role)
}
