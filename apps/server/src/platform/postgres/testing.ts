import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterEach, beforeEach, expect } from 'vitest'
import { startEmbeddedPostgres, type EmbeddedPostgres, type PostgresEvent } from './embedded.ts'
import { failedWith } from './errors.ts'
import { blockedFolder } from './run-as.ts'

export const isRoot = process.geteuid?.() === 0
export const nobody = 65534

/** Whether we can run a server as another user: we are root, and Node and this folder are open to that user. */
export const canStepDown = isRoot && (await isOpen(process.execPath)) && (await isOpen(import.meta.dirname))

async function isOpen(path: string): Promise<boolean> {
  return (await blockedFolder(path, { uid: nobody, gid: nobody, dropped: true })) === undefined
}

/** A folder for one test, the servers that run in it, and the promise that nothing of them is left afterwards. */
export interface Site {
  root: string
  dataDir: string
  events: PostgresEvent[]
  children: Set<ChildProcess>
  start(dir?: string, settings?: Record<string, string>): Promise<EmbeddedPostgres>
  spawnServer(options?: ServerOptions): ChildProcess
  postmasterPid(): Promise<number>
}

export interface ServerOptions {
  readonly uid?: number
  readonly env?: Record<string, string>
}

export function useSite(): Site {
  const running = new Set<EmbeddedPostgres>()
  const site: Site = {
    root: '',
    dataDir: '',
    events: [],
    children: new Set(),
    async start(dataDir = site.dataDir, settings = {}) {
      const log = (event: PostgresEvent): number => site.events.push(event)
      const postgres = await startEmbeddedPostgres({ dataDir, settings, log })
      running.add(postgres)
      return postgres
    },
    spawnServer({ uid, env = {} } = {}) {
      const identity = uid === undefined ? {} : { uid, gid: uid }
      const script = join(import.meta.dirname, 'test-server.ts')
      const options = { ...identity, cwd: site.root, detached: true, env: { ...process.env, ...env } }
      const child = spawn(process.execPath, [script, site.dataDir], { ...options, stdio: 'pipe' })
      site.children.add(child)
      return child
    },
    postmasterPid: async () => Number((await readFile(pidFile(site), 'utf8')).split('\n')[0]),
  }
  beforeEach(async () => {
    site.root = await mkdtemp(join(tmpdir(), 'lessor-test-'))
    await chmod(site.root, 0o755)
    site.dataDir = join(site.root, 'postgres')
    site.events = []
  })
  afterEach(async () => {
    for (const child of site.children) child.kill('SIGKILL')
    site.children.clear()
    await Promise.all([...running].map((postgres) => postgres.stop()))
    running.clear()
    await expect.poll(() => postgresIn(site.root), { timeout: 5_000, interval: 20 }).toEqual([])
    await rm(site.root, { recursive: true, force: true })
  })
  return site
}

export const pidFile = (site: Site): string => join(site.dataDir, 'cluster', 'postmaster.pid')

/** The rows' values, one after another. */
export async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

/** A client whose connection may break without ending the test. */
export async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Waits until a spawned server is ready; throws what it complained about when it ends instead. */
export async function urlOf(server: ChildProcess): Promise<string> {
  let complaints = ''
  server.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  if (!server.stdout) throw new Error('The server has no output.')
  for await (const line of createInterface({ input: server.stdout })) {
    return (JSON.parse(line) as { url: string }).url
  }
  throw new Error(`The server ended before it was ready: ${complaints}`)
}

/** Ids of the postgres processes that work below a folder. */
export async function postgresIn(folder: string): Promise<number[]> {
  if (process.platform !== 'linux') {
    return spawnSync('pgrep', ['-f', folder], { encoding: 'utf8' })
      .stdout.split('\n')
      .filter(Boolean)
      .map(Number)
  }
  const found: number[] = []
  for (const pid of (await readdir('/proc')).map(Number).filter((number) => number > 0)) {
    if (await worksIn(pid, folder)) found.push(pid)
  }
  return found
}

async function worksIn(pid: number, folder: string): Promise<boolean> {
  try {
    const workplace = await readlink(`/proc/${pid}/cwd`)
    return (
      workplace.startsWith(`${folder}/`) && (await readFile(`/proc/${pid}/comm`, 'utf8')) === 'postgres\n'
    )
  } catch (error) {
    if (failedWith(error, 'ENOENT', 'ESRCH', 'EACCES')) return false
    throw error
  }
}
