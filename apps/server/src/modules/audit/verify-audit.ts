import type { Db } from '../../platform/db.ts'
import { genesis, hashOf } from './chain.ts'
import { linksAfter, type AuditEntry } from './queries.ts'

/** Why a chain doesn't hold: an entry isn't there, isn't what was written, doesn't follow the one before, or isn't the last. */
export type Break = 'entry_missing' | 'entry_changed' | 'chain_cut' | 'wrong_head'

export type Verdict =
  | {
      readonly ok: true
      readonly entries: number
      /** The last hash, in hex. Kept elsewhere, it also proves that no end was cut off and written anew. */
      readonly head: string
    }
  | { readonly ok: false; readonly seq: number; readonly broken: Break }

const pageLength = 1_000

/**
 * Reckons the whole audit log anew from its stored columns, a page at a time, while others go on writing it.
 * Answers the first entry that is wrong; `onProgress` hears how many held.
 */
export async function verifyAudit(db: Db, onProgress?: (entries: number) => void): Promise<Verdict> {
  let last: Place = { seq: 0, hash: genesis }
  for (;;) {
    const links = await linksAfter.all(db, { seq: last.seq, limit: pageLength })
    for (const link of links) {
      if (link.seq === null) break
      const broken = breakAt(last, link)
      if (broken) return { ok: false, ...broken }
      last = { seq: link.seq, hash: link.hash }
    }
    onProgress?.(last.seq)
    if (links.length === pageLength) continue
    const [head] = links
    if (head?.headSeq === last.seq && head.headHash.equals(last.hash)) {
      return { ok: true, entries: last.seq, head: last.hash.toString('hex') }
    }
    return { ok: false, seq: last.seq, broken: 'wrong_head' }
  }
}

type Place = Pick<AuditEntry, 'seq' | 'hash'>

function breakAt(last: Place, entry: AuditEntry) {
  if (entry.seq !== last.seq + 1) return { seq: last.seq + 1, broken: 'entry_missing' } as const
  if (!entry.previous.equals(last.hash)) return { seq: entry.seq, broken: 'chain_cut' } as const
  if (!entry.hash.equals(hashOf(last.hash, entry)))
    return { seq: entry.seq, broken: 'entry_changed' } as const
  return undefined
}
