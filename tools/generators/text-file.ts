import { readFile, writeFile } from 'node:fs/promises'
import type { Generator } from './generator.ts'

/** A generated text file; `make` answers what it should say. */
export const textFile = (name: string, path: string, make: () => Promise<string>): Generator => ({
  name,
  write: async () => writeFile(path, await make()),
  drift: async () => {
    const [found, made] = await Promise.all([readFile(path, 'utf8').catch(whenMissing), make()])
    return found === made
      ? undefined
      : found === undefined
        ? 'is missing'
        : 'differs from what would be made now'
  },
})

function whenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
