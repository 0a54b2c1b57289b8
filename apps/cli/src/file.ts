import { createWriteStream, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { fileExists } from './errors.ts'

/**
 * Makes a file that only its owner may read, before `work` says what goes into it: what can't be written is known
 * before anything is done. Nothing stays where `work` fails. Refuses `file_exists`.
 */
export async function withNewFile<T>(
  path: string,
  work: (write: (bytes: AsyncIterable<Uint8Array>) => Promise<void>) => Promise<T>,
): Promise<T> {
  await makeNew(path)
  // Ctrl-C would leave half a file, which the next try may not write over.
  const abandon = () => {
    rmSync(path, { force: true })
    process.exit(130)
  }
  process.once('SIGINT', abandon)
  try {
    return await work((bytes) => pipeline(bytes, createWriteStream(path, { flags: 'r+', flush: true })))
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    process.off('SIGINT', abandon)
  }
}

async function makeNew(path: string): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600)
    await file.close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw fileExists({ params: { file: path } })
    throw error
  }
}
