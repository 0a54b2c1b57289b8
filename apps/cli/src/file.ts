import { createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
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
  try {
    return await work((bytes) => pipeline(bytes, createWriteStream(path, { flags: 'r+', flush: true })))
  } catch (error) {
    await rm(path, { force: true })
    throw error
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
