import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import type { RunAs } from './run-as.ts'

export type Tied = ChildProcessByStdio<Writable, Readable, Readable>

export interface Program {
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly user: RunAs
}

/**
 * Spawns a program that gets SIGINT when this process ends in any way, kill -9 included, and that the terminal's Ctrl-C
 * doesn't reach, so that the server can finish its requests first. Should be called from the main thread.
 */
export function spawnTied(program: Program): Tied {
  const child = setprivWorks(program.user) ? spawnBySetpriv(program) : spawnWatched(program)
  // a program that ended before it read its input says why by its exit code and output
  child.stdin.on('error', () => undefined)
  return child
}

let works: boolean | undefined

// BusyBox has a setpriv that knows nothing of this, so it is tried rather than looked for.
function setprivWorks(user: RunAs): boolean {
  works ??= spawnSync('setpriv', [...setprivArgs(user), 'true'], { stdio: 'ignore' }).status === 0
  return works
}

function setprivArgs(user: RunAs): string[] {
  const stepDown = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  return [...(user.dropped ? stepDown : []), '--pdeathsig=INT', '--']
}

// The kernel sends the signal: nothing else has to live for it.
function spawnBySetpriv({ file, args, cwd, user }: Program): Tied {
  const options = { cwd, env: environment(), detached: true, stdio: 'pipe' } as const
  return spawn('setpriv', [...setprivArgs(user), file, ...args], options)
}

// Without setpriv (macOS, small containers) a shell holds a pipe from us and acts when the pipe closes.
function spawnWatched({ file, args, cwd, user }: Program): Tied {
  const identity = user.dropped ? { uid: user.uid, gid: user.gid } : {}
  const child = spawn(file, args, { cwd, env: environment(), detached: true, stdio: 'pipe', ...identity })
  if (child.pid === undefined) return child
  const script = 'read -r _ || kill -INT "$1"'
  const guard = spawn('/bin/sh', ['-c', script, 'guard', String(child.pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    ...identity,
  })
  // without its guard it must not run
  guard.once('error', () => child.kill('SIGINT'))
  // a guard that somebody ended needs no farewell: EPIPE says nothing new
  guard.stdin.on('error', () => undefined)
  child.once('exit', () => guard.stdin.end('over\n'))
  return child
}

// Nothing of ours: PGDATA, PGPORT, TZ, LD_LIBRARY_PATH and the like would change what runs, and secrets stay here.
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}
