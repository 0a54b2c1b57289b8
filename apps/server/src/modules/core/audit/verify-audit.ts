import type { Services } from '../../../platform/command.ts'
import { genesis, hashOf, isSealed } from './chain.ts'
import { openKey, type LogKey } from './keys.ts'
import { allKeys, linksAfter, type AuditEntry, type Link } from './queries.ts'

/**
 * Why a chain doesn't hold: an entry isn't there, isn't what was written, has no key though it should, doesn't follow
 * the one before, or isn't the last; the head isn't ours, or was once found moved by a stranger; the entry that was
 * noted elsewhere is another one.
 */
export type Break =
  | 'entry_missing'
  | 'entry_changed'
  | 'entry_without_key'
  | 'chain_cut'
  | 'wrong_head'
  | 'head_without_key'
  | 'head_was_moved'
  | 'not_as_noted'

export type Verdict =
  | {
      readonly ok: true
      readonly entries: number
      /** The last hash, in hex. Kept elsewhere, it also shows a log that was put back to an older state. */
      readonly head: string
    }
  | { readonly ok: false; readonly seq: number; readonly broken: Break }

export interface VerifyOptions {
  /** The end of the log as it was noted some time: that entry must still have that hash (in hex). */
  readonly noted?: { readonly seq: number; readonly hash: string } | undefined
  /** Called with the number of entries that hold so far. */
  readonly onProgress?: ((entries: number) => void) | undefined
}

type Books = Pick<Services, 'db' | 'secrets' | 'clock'>

const pageLength = 1_000

/**
 * Recomputes the whole audit log from its stored columns, a page at a time, while others keep writing it.
 * Answers the first entry that is wrong.
 */
export async function verifyAudit(
  { db, secrets, clock }: Books,
  options: VerifyOptions = {},
): Promise<Verdict> {
  const { noted, onProgress } = options
  let keys = new Map<number, LogKey>()
  let last: Place = { seq: 0, hash: genesis }
  for (;;) {
    const links = await linksAfter.all(db, { seq: last.seq, limit: pageLength })
    // After the page: a key is there before the first entry that needs it.
    keys = new Map((await allKeys.all(db, {})).map((row) => [row.id, openKey(secrets, row)]))
    for (const link of links) {
      if (link.seq === null) break
      const broken = breakAt(last, link, keys) ?? (noted && againstNoted(link, noted))
      if (broken) return { ok: false, ...broken }
      last = { seq: link.seq, hash: link.hash }
    }
    onProgress?.(last.seq)
    if (links.length === pageLength) continue
    const broken = breakAtHead(last, links[0], keys, clock.now())
    if (broken) return { ok: false, seq: last.seq, broken }
    if (noted && noted.seq > last.seq) return { ok: false, seq: last.seq, broken: 'not_as_noted' }
    return { ok: true, entries: last.seq, head: last.hash.toString('hex') }
  }
}

type Place = Pick<AuditEntry, 'seq' | 'hash'>
type Keys = ReadonlyMap<number, LogKey>

function breakAt(last: Place, entry: AuditEntry, keys: Keys) {
  const is = (broken: Break) => ({ seq: entry.seq, broken })
  if (entry.seq !== last.seq + 1) return { seq: last.seq + 1, broken: 'entry_missing' as const }
  if (!entry.previous.equals(last.hash)) return is('chain_cut')
  const key = entry.keyId === null ? undefined : keys.get(entry.keyId)
  if (!key && !isPlainByRight(entry, keys)) return is('entry_without_key')
  if (!entry.hash.equals(hashOf(last.hash, entry, key?.key))) return is('entry_changed')
  return undefined
}

/** Before there were keys, or by an older program that still ran during the upgrade. */
function isPlainByRight({ seq, at, keyId }: AuditEntry, keys: Keys): boolean {
  const [first] = keys.values()
  if (keyId !== null || !first) return false
  return seq <= first.plainUntil || at.getTime() < first.plainEnds
}

function breakAtHead(last: Place, head: Link | undefined, keys: Keys, now: Date): Break | undefined {
  if (head?.headSeq !== last.seq || !head.headHash.equals(last.hash)) return 'wrong_head'
  const { headKeyId, headSeal: seal, headMovedAt: movedAt } = head
  if (movedAt !== null) return 'head_was_moved'
  const key = headKeyId === null ? undefined : keys.get(headKeyId)
  if (!key) return 'head_without_key'
  if (isSealed({ seq: last.seq, hash: last.hash, movedAt, seal }, key.key)) return undefined
  // An older program moves the head without a seal; the next entry of this one seals it again.
  return now.getTime() < key.plainEnds ? undefined : 'wrong_head'
}

const againstNoted = (entry: AuditEntry, noted: { seq: number; hash: string }) =>
  entry.seq === noted.seq && entry.hash.toString('hex') !== noted.hash
    ? { seq: entry.seq, broken: 'not_as_noted' as const }
    : undefined
