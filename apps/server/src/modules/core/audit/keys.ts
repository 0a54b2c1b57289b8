import { randomBytes } from 'node:crypto'
import type { Services } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Secrets } from '../../../platform/secrets.ts'
import { insertKey, auditSealed } from './queries.ts'

/** One HMAC key of the log. All of it is sealed, so that who has only the database can neither read nor make one. */
export interface LogKey {
  readonly id: number
  readonly key: Buffer
  /** The root key that was the newest when this one was made: a newer root key brings a new one. */
  readonly root: number
  /** The last entry that has no key by right, noted by the first key. */
  readonly plainUntil: number
  /** A program without keys that still runs during the upgrade may write until then; Unix milliseconds. */
  readonly plainEnds: number
}

const upgradeMs = 3_600_000

interface Sealed extends Omit<LogKey, 'id' | 'key'> {
  readonly key: string
}

// An opened key is used for every entry; its row never changes but for the root key that seals it.
const opened = new WeakMap<Secrets, Map<number, LogKey>>()

/** Throws when the key was changed, or the root key that sealed it is gone. */
export function openKey(secrets: Secrets, { id, sealed }: { id: number; sealed: Buffer }): LogKey {
  const known = opened.get(secrets) ?? new Map<number, LogKey>()
  opened.set(secrets, known)
  let key = known.get(id)
  if (!key) {
    const { key: text, ...rest } = JSON.parse(
      secrets.open(auditSealed.purpose, sealed, String(id)).toString(),
    ) as Sealed
    // Kept for good, so in memory of its own: Buffer.from gives a slice of a pool.
    const bytes = Buffer.from(text, 'base64')
    key = { id, key: Buffer.alloc(bytes.length, bytes), ...rest }
    known.set(id, key)
  }
  return key
}

export interface Keys {
  readonly seq: number
  /** The newest first. */
  readonly keyIds: readonly number[]
  readonly keysSealed: readonly Buffer[]
}

/** The key of this number; undefined where a root key sealed it that this process doesn't have yet. */
export function keyOf(secrets: Secrets, { keyIds, keysSealed }: Keys, id: number | null): LogKey | undefined {
  const sealed = id === null ? undefined : keysSealed[keyIds.indexOf(id)]
  return id !== null && sealed && secrets.opens(sealed) ? openKey(secrets, { id, sealed }) : undefined
}

/**
 * The key of the next entry: the newest that this process can open, because another process may have a newer root key
 * already; a new one where there is none, or since the root key was rotated. The head is locked.
 */
export async function currentKey(tx: Tx, { secrets }: Services, head: Keys, now: Date): Promise<LogKey> {
  const { keyIds } = head
  const [newest] = keyIds.flatMap((id) => keyOf(secrets, head, id) ?? [])
  if (newest?.root === secrets.newestKey) return newest
  const made: LogKey = {
    id: (keyIds[0] ?? 0) + 1,
    key: randomBytes(32),
    root: secrets.newestKey,
    plainUntil: newest?.plainUntil ?? head.seq,
    plainEnds: newest?.plainEnds ?? now.getTime() + upgradeMs,
  }
  const { id: newId, ...rest } = made
  const text = JSON.stringify({ ...rest, key: made.key.toString('base64') } satisfies Sealed)
  await insertKey.run(tx, {
    id: newId,
    sealed: secrets.seal(auditSealed.purpose, Buffer.from(text), String(newId)),
  })
  return made
}
