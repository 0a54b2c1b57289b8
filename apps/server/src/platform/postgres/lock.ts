import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { EmbeddedPostgresError, failedWith } from './errors.ts'
import { readPidFile } from './pid-file.ts'
import { urlOf } from './socket-dir.ts'

const unclearMs = 10_000
const sqliteBusy = 5

/**
 * Takes the data folder for this process until `release` or its death, whatever kind of death. Throws
 * `data_dir_in_use` (with pid and url) for a server whose PostgreSQL is ready; one that comes or goes gets 10 s first.
 */
export async function lockDataDir(dataDir: string, cluster: string): Promise<{ release: () => void }> {
  const holder = join(dataDir, 'server.pid')
  await makeLockFile(join(dataDir, 'server.lock'))
  const deadline = Date.now() + unclearMs
  for (;;) {
    const lock = tryLock(join(dataDir, 'server.lock'))
    if (lock) {
      // A new file, not over the last one: root may have left it, and a server that isn't root could not write into that.
      await rm(holder, { force: true })
      await writeFile(holder, `${process.pid}\n`)
      return { release: () => lock.close() }
    }
    const running = await readPidFile(cluster)
    if (running?.status === 'ready' || Date.now() > deadline) {
      const url = running?.status === 'ready' ? urlOf(running.socketDir) : ''
      throw new EmbeddedPostgresError('data_dir_in_use', { dir: dataDir, pid: await pidIn(holder), url })
    }
    await sleep(50)
  }
}

// Node has no flock. SQLite's lock on an empty file is one: the kernel lets it go when its process dies, so it is never
// stale. Nothing in this process may open that file otherwise: closing it would drop the lock (POSIX), hence server.pid.
function tryLock(file: string): DatabaseSync | undefined {
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return undefined
    throw error
  }
}

// Private, because a process that can read it could lock it too.
async function makeLockFile(file: string): Promise<void> {
  try {
    await writeFile(file, '', { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!failedWith(error, 'EEXIST')) throw error
  }
}

async function pidIn(file: string): Promise<number> {
  try {
    return Number(await readFile(file, 'utf8'))
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return 0
    throw error
  }
}
