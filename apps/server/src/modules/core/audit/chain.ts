import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { entryText, type Entry } from './model.ts'

/** What the first entry follows. */
export const genesis = Buffer.alloc(32)

/**
 * The hash of an entry: HMAC-SHA-256 over the hash before it and its text, so that to change an entry is to change all
 * that follow, which takes the key. Entries of before there were keys have plain SHA-256.
 */
export const hashOf = (previous: Buffer, entry: Entry, key: Buffer | undefined): Buffer =>
  (key ? createHmac('sha256', key) : createHash('sha256')).update(previous).update(entryText(entry)).digest()

export interface Head {
  readonly seq: number
  readonly hash: Buffer
  readonly movedAt: number | null
}

/** What only a holder of the key can put on the end of the chain. */
export const sealOf = ({ seq, hash, movedAt }: Head, key: Buffer): Buffer =>
  createHmac('sha256', key)
    .update(`head ${seq} ${movedAt ?? ''} `)
    .update(hash)
    .digest()

export const isSealed = (head: Head & { seal: Buffer | null }, key: Buffer): boolean =>
  head.seal?.length === 32 && timingSafeEqual(head.seal, sealOf(head, key))
