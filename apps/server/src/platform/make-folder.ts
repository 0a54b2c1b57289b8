import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it that are missing; answers whether it was missing itself. Throws what the system says:
 * Node's own recursive one calls a disk that is read-only ENOENT.
 */
export function makeFolder(path: string, mode?: number): boolean {
  if (isThere(path)) return false
  makeFolder(dirname(path), mode)
  try {
    mkdirSync(path, mode)
    return true
  } catch (error) {
    // Another process was faster.
    if (isThere(path)) return false
    throw error
  }
}

const isThere = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined
