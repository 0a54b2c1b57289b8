import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { startPostgres } from '../installation.ts'
import { waitUntilAlone } from '../platform/alone.ts'
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
  /** Whether this process runs the database, so that nobody else can start one on the folder. */
  readonly isOurs: boolean
  close(): Promise<void>
}

/** How long a command that runs the database stays for those that began to use it meanwhile. */
const patienceMs = 60_000

/** Finds the database of an installation. The embedded one is that of the server that runs, or is started for a while. */
export async function findDatabase(
  config: Config,
  log: Logger,
  onProgress: (step: PostgresStep) => void,
): Promise<Found> {
  const nothing = async () => undefined
  const dataDir = resolve(config.dataDir)
  if (!config.embedded) {
    const { url } = config.db
    return { url, place: { kind: 'server', address: addressOf(url) }, isOurs: false, close: nothing }
  }
  try {
    const postgres = await startPostgres(config, log, onProgress)
    const close = async () => {
      try {
        await waitUntilAlone(postgres.url, patienceMs)
      } finally {
        await postgres.stop()
      }
    }
    return { url: postgres.url, place: { kind: 'embedded', dataDir, pid: process.pid }, isOurs: true, close }
  } catch (error) {
    if (!(error instanceof EmbeddedPostgresError) || error.code !== 'data_dir_in_use') throw error
    const { url, pid } = error.details
    if (!url) throw error
    const place = { kind: 'embedded', dataDir, pid: Number(pid) } as const
    return { url: String(url), place, isOurs: false, close: nothing }
  }
}

/** Refuses where an installation would have to be made first. */
export function demandSetUp({ embedded, dataDir, secrets }: Config): void {
  if (!embedded) return
  const hasKeys = secrets.keys !== '' || existsSync(join(dataDir, 'secrets.json'))
  if (!hasKeys || !existsSync(join(dataDir, 'postgres')))
    throw notSetUp({ params: { dir: resolve(dataDir) } })
}

/** Host, port and name, without the password. */
function addressOf(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL'
  const { host, pathname, searchParams } = new URL(url)
  return `${host || (searchParams.get('host') ?? 'localhost')}${pathname}`
}
