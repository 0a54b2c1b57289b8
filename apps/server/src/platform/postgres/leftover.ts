import { readdir, readFile, readlink, rm } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { EmbeddedPostgresError, failedWith } from './errors.ts'
import { pidFilePath, readPidFile } from './pid-file.ts'

const fastStopMs = 10_000
const quickStopMs = 5_000

/**
 * Stops the postgres that a dead server left in this cluster, or waits for its shutdown to end. The caller holds the
 * data folder's lock, so no living server owns it. Throws `leftover_stuck` when it stays for 15 s.
 */
export async function endLeftover(cluster: string): Promise<void> {
  const pid = (await readPidFile(cluster))?.pid
  if (pid === undefined) return
  if (await isPostgresOf(pid, cluster)) {
    for (const [signal, patienceMs] of [
      ['SIGINT', fastStopMs],
      ['SIGQUIT', quickStopMs],
    ] as const) {
      if (await endedBy(signal, pid, cluster, patienceMs)) return
    }
    throw new EmbeddedPostgresError('leftover_stuck', { dir: cluster, pid })
  }
  // After a reboot or in a container the number may be another process's, and postgres would wait for that one.
  if (exists(pid)) await rm(pidFilePath(cluster), { force: true })
}

async function endedBy(
  signal: NodeJS.Signals,
  pid: number,
  cluster: string,
  patienceMs: number,
): Promise<boolean> {
  kill(pid, signal)
  const deadline = Date.now() + patienceMs
  while (await isPostgresOf(pid, cluster)) {
    if (Date.now() > deadline) return false
    await sleep(10)
  }
  return true
}

/**
 * Ends the backends of a postmaster that was killed: a long query would hold its shared memory, and with it the restart,
 * until it is done. To the data this is one more crash at the same moment. Does nothing where there is no /proc.
 */
export async function endOrphanedBackends(cluster: string): Promise<void> {
  if (process.platform !== 'linux') return
  for (const name of await readdir('/proc')) {
    const pid = Number(name)
    if (pid > 0 && (await isPostgresOf(pid, cluster))) kill(pid, 'SIGKILL')
  }
}

/** Whether a process is postgres at work in this cluster: on Linux it lives in that folder, elsewhere its title says so. */
async function isPostgresOf(pid: number, cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return (await titleOf(pid)).includes(cluster)
  try {
    if ((await readlink(`/proc/${pid}/cwd`)) !== cluster) return false
    return (await readFile(`/proc/${pid}/comm`, 'utf8')).trim() === 'postgres'
  } catch (error) {
    // ended meanwhile, a zombie, or another user's
    if (failedWith(error, 'ENOENT', 'ESRCH', 'EACCES', 'EPERM')) return false
    throw error
  }
}

async function titleOf(pid: number): Promise<string> {
  try {
    return (await promisify(execFile)('ps', ['-o', 'args=', '-p', String(pid)])).stdout
  } catch (error) {
    // ps answers 1 for a process that is gone
    if (error instanceof Error && 'code' in error && error.code === 1) return ''
    throw error
  }
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if (failedWith(error, 'ESRCH')) return false
    if (failedWith(error, 'EPERM')) return true
    throw error
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!failedWith(error, 'ESRCH')) throw error
  }
}
