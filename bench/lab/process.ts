import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'

// Linux counts CPU time in hundredths of a second everywhere (USER_HZ).
const tickMs = 10

/** CPU time that a process has used, all its threads, in ms; undefined where there is no /proc. */
export function cpuMsOf(pid: number): number | undefined {
  const stat = readProc(pid, 'stat')
  // The name in parentheses may hold spaces: fields are counted from behind it.
  const [user, system] =
    stat
      ?.slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number) ?? []
  return user === undefined || system === undefined ? undefined : (user + system) * tickMs
}

/** Resident memory of a process in MB (10^6 bytes); throws where there is no /proc. */
export function rssMbOf(pid: number): number {
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readProc(pid, 'status') ?? '') ?? []
  if (kib === undefined) throw new Error('Memory is read from /proc/<pid>/status, which is not here')
  return (Number(kib) * 1024) / 1e6
}

function readProc(pid: number, file: string): string | undefined {
  if (process.platform !== 'linux') return undefined
  return readFileSync(`/proc/${pid}/${file}`, 'utf8')
}

export const cores = cpus().length
