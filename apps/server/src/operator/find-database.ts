import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../config.ts'
import { startPostgres } from '../installation.ts'
import { joinDatabaseUsers, waitForDatabaseUsers } from '../platform/database-users.ts'
import type { Logger } from '../platform/log.ts'
import { EmbeddedPostgresError, type PostgresStep } from '../platform/postgres/embedded.ts'
import { notSetUp } from './errors.ts'

/** Where the database is. `pid` is the process that runs the embedded one: a server, or another command. */
export type Place =
  | { readonly kind: 'server'; readonly address: string }
  | { readonly kind: 'embedded'; readonly dataDir: string; readonly pid: number }

export interface Found {
  readonly url: string
  readonly place: Place
  /** Whether this process runs the database, and so holds the folder's lock. */
  readonly isOurs: boolean
  close(): Promise<void>
}

/** How long a command that runs the database stays for those that began to use it meanwhile. */
const hostPatienceMs = 60_000
/** How long a command looks for a database that comes or goes. */
const findPatienceMs = 15_000

/** Finds the database of an installation. The embedded one is that of the server that runs, or is started for a while. */
export async function findDatabase(
  config: Config,
  log: Logger,
  onProgress: (step: PostgresStep) => void,
): Promise<Found> {
  if (!config.embedded) {
    const { url } = config.db
    const close = async () => undefined
    return { url, place: { kind: 'server', address: addressOf(url) }, isOurs: false, close }
  }
  for (const deadline = performance.now() + findPatienceMs; ; await sleep(50)) {
    try {
      return await runDatabase(config, log, onProgress)
    } catch (error) {
      const running = await joinRunning(error, resolve(config.dataDir))
      if (running) return running
      if (!isInUse(error) || performance.now() > deadline) throw error
    }
  }
}

async function runDatabase(
  config: Config,
  log: Logger,
  onProgress: (step: PostgresStep) => void,
): Promise<Found> {
  const { url, stop } = await startPostgres(config, log, onProgress)
  const close = async () => {
    try {
      await waitForDatabaseUsers(url, hostPatienceMs)
    } finally {
      await stop()
    }
  }
  return {
    url,
    place: { kind: 'embedded', dataDir: resolve(config.dataDir), pid: process.pid },
    isOurs: true,
    close,
  }
}

async function joinRunning(error: unknown, dataDir: string): Promise<Found | undefined> {
  if (!isInUse(error) || !error.details['url']) return undefined
  const url = String(error.details['url'])
  const user = await joinDatabaseUsers(url)
  if (!user) return undefined
  const place = { kind: 'embedded', dataDir, pid: Number(error.details['pid']) } as const
  return { url, place, isOurs: false, close: user.leave }
}

const isInUse = (error: unknown): error is EmbeddedPostgresError =>
  error instanceof EmbeddedPostgresError && error.code === 'data_dir_in_use'

/** Refuses where an installation would have to be made first. A database without its key file is one, and says so itself. */
export function demandSetUp({ embedded, dataDir }: Config): void {
  if (!embedded) return
  if (!existsSync(join(dataDir, 'postgres'))) throw notSetUp({ params: { dir: resolve(dataDir) } })
}

/** Host, port and name, without the password. */
function addressOf(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL'
  const { host, pathname, searchParams } = new URL(url)
  return `${host || (searchParams.get('host') ?? 'localhost')}${pathname}`
}
