import { accountById } from '../accounts/index.ts'
import { leaseOf } from '../leases/index.ts'
import type { Timeline } from '@lessor/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db.ts'
import type { Signals } from '../../platform/signals.ts'
import { sessionById, sessionByHash, type Session } from './queries.ts'

/** What is remembered of a session, so that a heartbeat asks the database nothing. */
export interface Known {
  readonly session: Session
  readonly username: string
  /** As it was laid; what it means depends on the moment. */
  readonly timeline: Timeline
  /** The last signed answer without a nonce, until it is half used up. */
  signed?: { readonly text: string; readonly intervalS: number; readonly until: number }
  /** When the client last got an access token from this process after its first. */
  tokenAt?: Date
}

export interface Registry {
  byHash(hash: Buffer): Promise<Known | undefined>
  byId(id: string): Promise<Known | undefined>
  /** Forgets sessions that ended. */
  forget(ids: readonly string[]): void
  /** Forgets what the account's sessions hold. */
  forgetAccount(accountId: string): void
  readonly size: number
}

// About 1 kB each. What an announcement doesn't say (a process that died between a commit and its `tell`) is
// read anew after `keptMs`.
const capacity = 50_000
const keptMs = 15 * 60_000

interface Entry {
  readonly known: Known
  readonly hash: string
  readonly readAt: number
}

/**
 * The sessions of this process. What others announce is dropped before they answer (see platform/signals.ts);
 * while this process can't be sure to hear them, it asks the database every time.
 */
export function openRegistry(db: Db, signals: Signals, clock: Clock): Registry {
  const byId = new Map<string, Entry>()
  const idByHash = new Map<string, string>()
  const idsByAccount = new Map<string, Set<string>>()
  // Counts everything forgotten: what was read before may be stale by the time it arrives.
  let forgotten = 0

  const drop = (id: string) => {
    forgotten++
    const entry = byId.get(id)
    if (!entry) return
    byId.delete(id)
    idByHash.delete(entry.hash)
    const { accountId } = entry.known.session
    const ids = idsByAccount.get(accountId)
    ids?.delete(id)
    if (ids?.size === 0) idsByAccount.delete(accountId)
  }

  const keep = (known: Known) => {
    const { id, accountId, tokenHash } = known.session
    drop(id)
    const hash = tokenHash.toString('base64')
    byId.set(id, { known, hash, readAt: performance.now() })
    idByHash.set(hash, id)
    idsByAccount.set(accountId, (idsByAccount.get(accountId) ?? new Set()).add(id))
    // A Map keeps its order of insertion: the first is the one read longest ago.
    if (byId.size > capacity) for (const oldest of byId.keys()) return drop(oldest)
  }

  const read = async (find: () => Promise<Session | undefined>): Promise<Known | undefined> => {
    const before = forgotten
    const session = await find()
    if (!session) return undefined
    const [account, { timeline }] = await Promise.all([
      accountById(db, session.accountId),
      leaseOf(db, session.accountId, clock.now()),
    ])
    const known: Known = { session, username: account?.username ?? '', timeline }
    if (forgotten === before && session.endedAt === null) keep(known)
    return known
  }

  const recall = (id: string | undefined): Known | undefined => {
    if (id === undefined || !signals.fresh()) return undefined
    const entry = byId.get(id)
    return entry && performance.now() - entry.readAt < keptMs ? entry.known : undefined
  }

  return {
    byHash: async (hash) =>
      recall(idByHash.get(hash.toString('base64'))) ?? read(() => sessionByHash.first(db, { hash })),
    byId: async (id) => recall(id) ?? read(() => sessionById.first(db, { id })),
    forget: (ids) => ids.forEach(drop),
    forgetAccount: (accountId) => {
      forgotten++
      for (const id of [...(idsByAccount.get(accountId) ?? [])]) drop(id)
    },
    get size() {
      return byId.size
    },
  }
}
