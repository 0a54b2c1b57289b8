import { createHash } from 'node:crypto'
import { entryText, type Entry } from './model.ts'

/** What the first entry follows. */
export const genesis = Buffer.alloc(32)

/** SHA-256 over the hash before and the entry's text: to change an entry is to change all that follow. */
export const hashOf = (previous: Buffer, entry: Entry): Buffer =>
  createHash('sha256').update(previous).update(entryText(entry)).digest()
