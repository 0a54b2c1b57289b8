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
 * Says who runs PostgreSQL, which refuses to run as root: this user; as root, the owner of the cluster, else a user of
 * its own. Throws `data_dir_forbidden` when the cluster belongs to somebody out of reach.
 */
export async function chooseRunAs(cluster: string): Promise<RunAs> {
  const [uid, gid] = whoWeAre()
  const owner = await ownerOf(cluster)
  if (uid === 0) {
    const users = await systemUsers()
    // Other services may run as these: a cluster that was made as one of them moves to a user of its own.
    const isShared = shared.some((name) => users.get(name)?.uid === owner?.uid)
    return owner && owner.uid !== 0 && !isShared ? { ...owner, dropped: true } : ownUser(users)
  }
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

const shared = ['postgres', 'nobody']
// Neither Debian, Red Hat nor systemd gives these numbers to anybody, and a container that maps 65536 users has them.
const [firstFree, lastFree] = [60_680, 60_705]

/** The system's `lessor` user, or a number that no user has. */
function ownUser(users: ReadonlyMap<string, RunAs>): RunAs {
  const named = users.get('lessor')
  if (named) return named
  const taken = new Set([...users.values()].map(({ uid }) => uid))
  for (let uid = firstFree; uid < lastFree; uid++)
    if (!taken.has(uid)) return { uid, gid: uid, dropped: true }
  return { uid: lastFree, gid: lastFree, dropped: true }
}

/** Who makes the cluster: initdb, unlike the server, wants a user that has a name. */
export async function initdbUser(user: RunAs): Promise<RunAs> {
  if (!user.dropped) return user
  const users = await systemUsers()
  if ([...users.values()].some(({ uid }) => uid === user.uid)) return user
  return users.get('postgres') ?? users.get('nobody') ?? user
}

async function systemUsers(): Promise<Map<string, RunAs>> {
  const users = new Map<string, RunAs>()
  for (const line of (await readFile('/etc/passwd', 'utf8')).split('\n')) {
    const [name, , uid, gid] = line.split(':')
    // macOS writes nobody as -2
    if (name && uid && gid) users.set(name, { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0, dropped: true })
  }
  return users
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
