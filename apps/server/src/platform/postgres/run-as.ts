import { readFile, lchown, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { EmbeddedPostgresError, failedWith } from './errors.ts'

/** The user that PostgreSQL runs as; `dropped` when this process is root and has to step down to it. */
export interface RunAs {
  readonly uid: number
  readonly gid: number
  readonly dropped: boolean
}

/**
 * Says who runs PostgreSQL, which refuses to run as root: this user; as root, whoever owns the cluster, else an
 * unprivileged user of the system. Throws `data_dir_forbidden` when the cluster belongs to somebody out of reach.
 */
export async function chooseRunAs(cluster: string): Promise<RunAs> {
  const [uid, gid] = whoWeAre()
  const owner = await ownerOf(cluster)
  if (uid === 0) return owner && owner.uid !== 0 ? { ...owner, dropped: true } : unprivilegedUser()
  if (owner && owner.uid !== uid) {
    throw new EmbeddedPostgresError('data_dir_forbidden', { dir: cluster, owner: owner.uid, user: uid })
  }
  return { uid, gid, dropped: false }
}

/** This process's user and group; only Windows has none, and it is refused before. */
export function whoWeAre(): [uid: number, gid: number] {
  if (!process.geteuid || !process.getegid) {
    throw new EmbeddedPostgresError('platform_unsupported', { platform: process.platform })
  }
  return [process.geteuid(), process.getegid()]
}

async function ownerOf(path: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const { uid, gid } = await stat(path)
    return { uid, gid }
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return undefined
    throw error
  }
}

async function unprivilegedUser(): Promise<RunAs> {
  const users = new Map<string, RunAs>()
  for (const line of (await readFile('/etc/passwd', 'utf8')).split('\n')) {
    const [name, , uid, gid] = line.split(':')
    // macOS writes nobody as -2
    if (name && uid && gid) users.set(name, { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0, dropped: true })
  }
  return users.get('postgres') ?? users.get('nobody') ?? { uid: 65534, gid: 65534, dropped: true }
}

/** The first folder on the way to `path`, itself included, that this user may not enter; undefined when all are open. */
export async function blockedFolder(path: string, user: RunAs): Promise<string | undefined> {
  if (!user.dropped) return undefined
  const parent = dirname(path)
  const above = parent === path ? undefined : await blockedFolder(parent, user)
  return above ?? ((await mayUse(path, user, 0o1)) ? undefined : path)
}

/** Whether the mode bits let this user read (4), write (2) or enter and execute (1) the path. */
export async function mayUse(path: string, user: RunAs, bits: number): Promise<boolean> {
  const { mode, uid, gid } = await stat(path)
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0
  return ((mode >> shift) & bits) === bits
}

/** Gives a folder and all in it to the user, when we are root and it is not theirs yet (a restored copy, say). */
export async function giveTo(path: string, user: RunAs): Promise<void> {
  if (!user.dropped || (await stat(path)).uid === user.uid) return
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true })) {
    await lchown(join(entry.parentPath, entry.name), user.uid, user.gid)
  }
  await lchown(path, user.uid, user.gid)
}
