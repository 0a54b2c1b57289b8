import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { nameForUser, type Cluster } from './cluster.ts'
import { EmbeddedPostgresError, saysDiskFull } from './errors.ts'
import { endLeftover } from './leftover.ts'
import { eventOf, tailOf } from './log-lines.ts'
import { readPidFile } from './pid-file.ts'
import { settingArgs } from './settings.ts'
import { clearSocketDir } from './socket-dir.ts'
import { spawnTied, type Tied } from './spawn-tied.ts'

const pollMs = 5
const longStartMs = 2_000
const patientStopMs = 30_000

/** A running postgres; `exited` resolves with its exit code, or null when a signal ended it. */
export interface Postmaster {
  readonly pid: number
  readonly exited: Promise<number | null>
}

/**
 * Starts postgres and waits until it accepts connections, as long as its recovery takes; `stopping` shuts it down then
 * or later. Throws `start_failed` with its last words, `disk_full` or `leftover_stuck`.
 */
export async function startPostmaster(cluster: Cluster, stopping: AbortSignal): Promise<Postmaster> {
  await endLeftover(cluster.dir)
  await clearSocketDir(cluster.socketDir)
  stopping.throwIfAborted()
  const name = await nameForUser(cluster.dir, cluster.user)
  const args = ['-D', name, ...settingArgs(cluster.binaries.major, cluster.socketDir, cluster.settings)]
  const child = spawnTied({ file: cluster.binaries.postgres, args, cwd: cluster.dir, user: cluster.user })
  const lastWords = tailOf([child.stdout, child.stderr], (line) => cluster.log(eventOf(line)))
  const closed = new Promise((resolve) => child.once('close', resolve))
  const exited = exitOf(child)
  endOnRequest(child, stopping)
  if (child.pid !== undefined && (await becameReady(cluster, child, child.pid)))
    return { pid: child.pid, exited }
  const failure = await exited.then(() => '', String)
  // backends that outlive it could hold its output open
  await Promise.race([closed, sleep(200)])
  const output = failure + lastWords()
  throw new EmbeddedPostgresError(saysDiskFull(output) ? 'disk_full' : 'start_failed', {
    dir: cluster.dir,
    output,
  })
}

async function exitOf(child: Tied): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

// SIGINT is postgres's fast shutdown; SIGQUIT leaves the rest to recovery at the next start, losing nothing.
function endOnRequest(child: Tied, stopping: AbortSignal): void {
  const stop = (): void => {
    child.kill('SIGINT')
    const impatience = setTimeout(() => child.kill('SIGQUIT'), patientStopMs)
    child.once('exit', () => clearTimeout(impatience))
  }
  stopping.addEventListener('abort', stop, { once: true })
  child.once('exit', () => stopping.removeEventListener('abort', stop))
}

/** Polls the pid file, in which postgres says `ready` itself: a connection costs more and tells less. */
async function becameReady(cluster: Cluster, child: Tied, pid: number): Promise<boolean> {
  const long = setTimeout(() => cluster.onProgress('recovering'), longStartMs)
  try {
    while (child.exitCode === null && child.signalCode === null) {
      const file = await readPidFile(cluster.dir)
      if (file?.pid === pid && file.status === 'ready') return true
      await sleep(pollMs)
    }
    return false
  } finally {
    clearTimeout(long)
  }
}
