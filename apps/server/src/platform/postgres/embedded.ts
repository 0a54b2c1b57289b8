import { access, chmod, constants, realpath, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { installedPackage, readyBinaries } from './binaries.ts'
import type { Cluster, PostgresStep } from './cluster.ts'
import { EmbeddedPostgresError, failedWith } from './errors.ts'
import { endLeftover } from './leftover.ts'
import { initialise, majorOf } from './initialise.ts'
import { lockDataDir } from './lock.ts'
import type { PostgresEvent } from './log-lines.ts'
import { chooseRunAs, giveTo, whoWeAre } from './run-as.ts'
import { demandServerRole } from './server-role.ts'
import { adminRole, makeSocketDir, urlOf } from './socket-dir.ts'
import { keepRunning, startFirst, type Exit } from './supervise.ts'

export { EmbeddedPostgresError } from './errors.ts'
export type { PostgresEvent } from './log-lines.ts'
export type { PostgresStep } from './cluster.ts'

export interface EmbeddedPostgres {
  /** A connection string for node-postgres: database `lessor` and the role that owns it, over a unix socket. */
  readonly url: string
  /** The same for the superuser. */
  readonly adminUrl: string
  /** Resolves when PostgreSQL has ended for good: stopped, or dead and not to be revived. */
  readonly exited: Promise<Exit>
  /** Fast shutdown: open transactions are rolled back, clients cut off. Resolves when postgres has exited. */
  stop(): Promise<void>
}

export interface EmbeddedPostgresOptions {
  /** The folder that holds the cluster, its lock and its socket; made when missing. */
  readonly dataDir: string
  readonly log: (event: PostgresEvent) => void
  readonly onProgress?: (step: PostgresStep) => void
  /** PostgreSQL settings that differ from settings.ts. */
  readonly settings?: Readonly<Record<string, string>>
  /** The folder of the package with PostgreSQL's programs, where it isn't the one that this program brings. */
  readonly programs?: string
}

/**
 * Runs the PostgreSQL of the installed package on `dataDir` for as long as this process lives: makes the cluster when
 * there is none, starts it again when it dies, and locks the folder. Throws EmbeddedPostgresError.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const source = options.programs ?? installedPackage()
  const dataDir = await openDataDir(options.dataDir)
  const lock = await lockDataDir(dataDir, join(dataDir, 'cluster'))
  try {
    const cluster = await prepare(dataDir, source, options)
    const stopping = new AbortController()
    options.onProgress?.('starting')
    const first = await startFirst(cluster, stopping.signal)
    const { socketDir } = cluster
    await demandServerRole(socketDir).catch(async (error: unknown) => {
      stopping.abort()
      await first.exited
      throw error
    })
    const exited = keepRunning(cluster, first, stopping.signal).finally(async () => {
      await rm(socketDir, { recursive: true, force: true })
      lock.release()
    })
    const stop = async (): Promise<void> => {
      stopping.abort()
      await exited
    }
    options.onProgress?.('ready')
    return { url: urlOf(socketDir), adminUrl: urlOf(socketDir, adminRole), exited, stop }
  } catch (error) {
    lock.release()
    throw error
  }
}

// Root keeps the folder itself, so that PostgreSQL's user can plant nothing where root writes; it may walk through.
async function openDataDir(path: string): Promise<string> {
  const [user] = whoWeAre()
  try {
    if (makeFolder(path)) await chmod(path, user === 0 ? 0o711 : 0o700)
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    if (!failedWith(error, 'EACCES', 'EPERM')) throw error
    throw new EmbeddedPostgresError('data_dir_forbidden', { dir: path, owner: await ownerOf(path), user })
  }
  return realpath(path)
}

async function ownerOf(path: string): Promise<string | number> {
  try {
    return (await stat(path)).uid
  } catch (error) {
    if (failedWith(error, 'ENOENT', 'EACCES')) return '?'
    throw error
  }
}

async function prepare(dataDir: string, source: string, options: EmbeddedPostgresOptions): Promise<Cluster> {
  const { log, onProgress = () => undefined, settings = {} } = options
  const dir = join(dataDir, 'cluster')
  const user = await chooseRunAs(dir)
  const binaries = await readyBinaries(source, user, [dataDir, '/var/cache/lessor'], () =>
    onProgress('copying'),
  )
  const found = await majorOf(dir)
  if (found === undefined) {
    onProgress('initialising')
    await initialise(dir, binaries, user)
  } else if (found !== binaries.major) {
    throw new EmbeddedPostgresError('other_major', { dir, found, expected: binaries.major })
  }
  await endLeftover(dir)
  await giveTo(dir, user)
  return { dir, socketDir: await makeSocketDir(dataDir, user), binaries, user, settings, log, onProgress }
}
