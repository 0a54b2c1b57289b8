import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { EmbeddedPostgresError } from './errors.ts'
import { endOrphanedBackends } from './leftover.ts'
import { startPostmaster, type Postmaster } from './postmaster.ts'

const lingeringMs = 10_000
const memoryMs = 60_000

export interface Exit {
  readonly code: number | null
  /** Whether stop() caused it. */
  readonly expected: boolean
}

/** Starts postgres; a predecessor whose backends still hold its shared memory gets up to 10 s to be gone. */
export async function startFirst(cluster: Cluster, stopping: AbortSignal): Promise<Postmaster> {
  return persist(cluster, stopping, lingeringMs, isLingering)
}

/**
 * Starts postgres again whenever it dies: at once, then with growing pauses of at most 2 s. Resolves when `stopping` has
 * ended it, or when one outage lasted `outageMs` (on a full disk: as long as it is full).
 */
export async function keepRunning(
  cluster: Cluster,
  first: Postmaster,
  stopping: AbortSignal,
  outageMs = 30_000,
): Promise<Exit> {
  let deaths: number[] = []
  for (let current = first; ;) {
    const code = await current.exited
    if (code !== 0) await endOrphanedBackends(cluster.dir)
    if (stopping.aborted) return { code, expected: true }
    deaths = [...deaths.filter((at) => Date.now() - at < memoryMs), Date.now()]
    cluster.log({
      level: 'error',
      message: `PostgreSQL died (${code ?? 'killed'}); starting it again`,
      pid: current.pid,
    })
    try {
      await pause(deaths.length - 1, stopping)
      current = await persist(cluster, stopping, outageMs, () => true)
    } catch (error) {
      if (stopping.aborted) return { code, expected: true }
      cluster.log({ level: 'error', message: `PostgreSQL stays down: ${String(error)}` })
      return { code, expected: false }
    }
    cluster.log({ level: 'info', message: 'PostgreSQL runs again', pid: current.pid })
  }
}

async function persist(
  cluster: Cluster,
  stopping: AbortSignal,
  budgetMs: number,
  worthRetrying: (error: unknown) => boolean,
): Promise<Postmaster> {
  let deadline = Date.now() + budgetMs
  for (let failures = 0; ; failures++) {
    try {
      await pause(failures, stopping)
      return await startPostmaster(cluster, stopping)
    } catch (error) {
      // Room may come back at any time; whatever else is wrong would be right by then.
      if (isDiskFull(error)) deadline = Date.now() + budgetMs
      if (stopping.aborted || Date.now() > deadline || !worthRetrying(error)) throw error
      if (isLingering(error)) await endOrphanedBackends(cluster.dir)
    }
  }
}

async function pause(failures: number, stopping: AbortSignal): Promise<void> {
  if (failures > 0) await sleep(Math.min(25 * 2 ** failures, 2_000), undefined, { signal: stopping })
}

const isDiskFull = (error: unknown): boolean =>
  error instanceof EmbeddedPostgresError && error.code === 'disk_full'

function isLingering(error: unknown): boolean {
  return error instanceof EmbeddedPostgresError && / still in use/.test(String(error.details['output']))
}
