import { createHash } from 'node:crypto'
import { lchown, lstat, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { EmbeddedPostgresError, failedWith } from './errors.ts'
import { blockedFolder, type RunAs } from './run-as.ts'

export const port = 5432
// sockaddr_un holds 103 bytes and a terminator on macOS, 107 on Linux
const longestSocketPath = 103

/**
 * Makes the folder of the unix socket, which only PostgreSQL's user (and root) may enter: `run` in the data folder, or,
 * when that is too deep or closed to the user, always the same one in the temporary folder. The caller holds the lock.
 */
export async function makeSocketDir(dataDir: string, user: RunAs): Promise<string> {
  const own = join(dataDir, 'run')
  await rm(own, { recursive: true, force: true })
  const name = `lessor-${user.uid}-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`
  for (const dir of [own, join(tmpdir(), name)]) {
    if (await fits(dir, user)) return makePrivate(dir, user)
  }
  return makePrivate(join('/tmp', name), user)
}

async function fits(dir: string, user: RunAs): Promise<boolean> {
  const socket = join(dir, `.s.PGSQL.${port}`)
  return Buffer.byteLength(socket) <= longestSocketPath && !(await blockedFolder(dirname(dir), user))
}

// Anyone can make a folder of this name in /tmp first, so what is found there must be proved ours.
async function makePrivate(dir: string, user: RunAs): Promise<string> {
  try {
    await mkdir(dir, { mode: 0o700 })
  } catch (error) {
    if (!failedWith(error, 'EEXIST')) throw error
    const found = await lstat(dir)
    if (found.isDirectory() && found.uid === user.uid && (found.mode & 0o077) === 0) return dir
    throw new EmbeddedPostgresError('folder_unsafe', { dir, user: user.uid })
  }
  if (user.dropped) await lchown(dir, user.uid, user.gid)
  return dir
}

/**
 * Removes what a killed postgres left in the folder. A stale lock there names a pid: while a zombie or another process
 * has that number, the next one would not start. The caller knows that no postgres uses it.
 */
export async function clearSocketDir(dir: string): Promise<void> {
  const socket = join(dir, `.s.PGSQL.${port}`)
  for (const path of [socket, `${socket}.lock`]) await rm(path, { force: true })
}

/** The superuser that initdb makes. It only makes databases and hands them over. */
export const adminRole = 'lessor'
/** Owns the database, and has no other rights. */
export const serverRole = 'lessor_server'

/** The connection string for node-postgres; it names everything, so that no PG* variable can change where it leads. */
export function urlOf(socketDir: string, role = serverRole): string {
  return `postgres://${role}@/lessor?host=${encodeURIComponent(socketDir)}&port=${port}&sslmode=disable`
}
