import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { failedWith } from './errors.ts'

/** What PostgreSQL says about itself in postmaster.pid. */
export interface PidFile {
  readonly pid: number
  readonly socketDir: string
  /** `starting`, `ready`, `stopping`, or empty before the first of them. */
  readonly status: string
}

/** Reads the cluster's postmaster.pid; undefined when there is none or it is still being written. */
export async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  try {
    const lines = (await readFile(pidFilePath(cluster), 'utf8')).split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, socketDir: lines[4] ?? '', status: (lines[7] ?? '').trim() } : undefined
  } catch (error) {
    if (failedWith(error, 'ENOENT', 'EACCES', 'ENOTDIR')) return undefined
    throw error
  }
}

export const pidFilePath = (cluster: string): string => join(cluster, 'postmaster.pid')
