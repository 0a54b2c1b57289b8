import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'

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
