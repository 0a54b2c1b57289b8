import { once } from 'node:events'
import { lchown, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { nameForUser } from './cluster.ts'
import { EmbeddedPostgresError, failedWith, saysDiskFull } from './errors.ts'
import { makeWhole } from './make-whole.ts'
import { tailOf } from './log-lines.ts'
import { giveTo, initdbUser, type RunAs } from './run-as.ts'
import { adminRole, serverRole } from './socket-dir.ts'
import { spawnTied, type Program } from './spawn-tied.ts'

/** The major version that made the cluster, undefined when there is none yet; throws for a folder of other things. */
export async function majorOf(cluster: string): Promise<string | undefined> {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  } catch (error) {
    if (!failedWith(error, 'ENOENT')) throw error
  }
  if (await isEmpty(cluster)) return undefined
  throw new EmbeddedPostgresError('data_dir_foreign', { dir: cluster })
}

async function isEmpty(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return true
    throw error
  }
}

/** Makes a cluster with the database `lessor`, whole or not at all; throws `disk_full` or `init_failed`. */
export function initialise(cluster: string, binaries: Binaries, user: RunAs): Promise<void> {
  return makeWhole(cluster, 0, async (fresh) => {
    const maker = await initdbUser(user)
    if (maker.dropped) await lchown(fresh, maker.uid, maker.gid)
    const name = await nameForUser(fresh, maker)
    const run = (file: string, args: string[], input: string) =>
      runToEnd({ file, args, cwd: fresh, user: maker }, input, cluster)
    await run(binaries.initdb, [...initdbArgs, ...localeArgs(binaries.major), '-D', name], '')
    // without exit_on_error a refused statement would still end in exit code 0
    const single = ['--single', '-c', 'exit_on_error=on', '-D', name, 'postgres']
    await run(binaries.postgres, single, firstStatements)
    await giveTo(fresh, user)
  })
}

const firstStatements = `create role ${serverRole} login\ncreate database lessor owner ${serverRole}\n`

const initdbArgs = [
  '--encoding=UTF8',
  `--username=${adminRole}`,
  '--auth-local=trust', // only the socket's folder lets anyone in
  '--auth-host=reject',
  '--data-checksums',
  '--no-instructions',
]

/** Sorting by code point, whatever the C library or ICU version says tomorrow; upper and lower case by Unicode. */
const localeArgs = (major: string): string[] =>
  Number(major) >= 17
    ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    : // PostgreSQL 16 has no locales of its own: the C library's C.UTF-8 knows the letters, and C the order.
      ['--locale-provider=libc', '--locale=C.UTF-8', '--lc-collate=C']

async function runToEnd(program: Program, input: string, cluster: string): Promise<void> {
  const child = spawnTied(program)
  const output = tailOf([child.stdout, child.stderr], () => undefined)
  child.stdin.end(input)
  try {
    const [code] = (await once(child, 'close')) as [number | null]
    if (code === 0) return
  } catch (error) {
    throw new EmbeddedPostgresError('init_failed', { dir: cluster, output: String(error) })
  }
  const code = saysDiskFull(output()) ? 'disk_full' : 'init_failed'
  throw new EmbeddedPostgresError(code, { dir: dirname(cluster), output: output() })
}
