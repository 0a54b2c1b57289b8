import { mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { failedWith } from './errors.ts'

/**
 * Fills a fresh folder, then renames it to `target`: a crash in between leaves nothing half made. Removes what
 * earlier tries left beside it, if untouched for `abandonedAfterMs`.
 */
export async function makeWhole(
  target: string,
  abandonedAfterMs: number,
  fill: (fresh: string) => Promise<void>,
): Promise<void> {
  const parent = dirname(target)
  await sweep(parent, `${basename(target)}.new-`, abandonedAfterMs)
  const fresh = await mkdtemp(`${target}.new-`)
  try {
    await fill(fresh)
    await rename(fresh, target)
  } catch (error) {
    await remove(fresh)
    throw error
  }
  await syncFolder(parent)
}

async function sweep(parent: string, prefix: string, abandonedAfterMs: number): Promise<void> {
  for (const name of await readdir(parent)) {
    const path = join(parent, name)
    if (name.startsWith(prefix) && Date.now() - (await touchedAt(path)) >= abandonedAfterMs)
      await remove(path)
  }
}

async function touchedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs
  } catch (error) {
    // another server swept it first
    if (failedWith(error, 'ENOENT')) return Infinity
    throw error
  }
}

// Retries, because a dying initdb may still be writing there.
const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true, maxRetries: 5 })

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
