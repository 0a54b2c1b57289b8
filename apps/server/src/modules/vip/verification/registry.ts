import { accountById } from '../../people/accounts/index.ts'
import { vipOf } from '../levels/index.ts'
import { sessionById, sessionByHash, type Session } from '../../people/sessions/index.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/db.ts'
import type { Signals } from '../../../platform/signals/index.ts'
import type { CachedSession } from './cached-session.ts'
import { openSessionCache } from './session-cache.ts'

export interface Registry {
  /** By the base64 of the token's hash; at once where it is remembered. */
  byToken(key: string): CachedSession | Promise<CachedSession | undefined>
  byId(id: string): CachedSession | Promise<CachedSession | undefined>
  /** Forgets sessions that ended. */
  forget(ids: readonly string[]): void
  /** Forgets what the account's sessions hold. */
  forgetAccount(accountId: string): void
  forgetAll(): void
  readonly size: number
}

/**
 * The sessions that this process remembers. What others announce is forgotten before they answer (platform/signals);
 * while this process can't be sure to hear them, it asks the database every time.
 */
export function openRegistry(db: Db, signals: Signals, clock: Clock): Registry {
  const cache = openSessionCache()
  // Counts everything forgotten: what was being read meanwhile may be stale by the time it arrives, and isn't kept.
  let forgotten = 0

  const read = async (find: () => Promise<Session | undefined>): Promise<CachedSession | undefined> => {
    const before = forgotten
    const found = await find()
    if (!found) return undefined
    const { tokenHash, status: _, ...session } = found
    const [account, { timeline }] = await Promise.all([
      accountById(db, session.accountId),
      vipOf(db, session.accountId, clock.now()),
    ])
    const cached: CachedSession = { session, username: account?.username ?? '', timeline }
    if (forgotten === before && session.endedAt === null) cache.put(cached, tokenHash.toString('base64'))
    return cached
  }
  const remembered = (find: () => CachedSession | undefined) => (signals.fresh() ? find() : undefined)

  return {
    byToken: (key) =>
      remembered(() => cache.byToken(key)) ??
      read(() => sessionByHash.first(db, { hash: Buffer.from(key, 'base64') })),
    byId: (id) => remembered(() => cache.byId(id)) ?? read(() => sessionById.first(db, { id })),
    forget: (ids) => {
      forgotten++
      ids.forEach(cache.remove)
    },
    forgetAccount: (accountId) => {
      forgotten++
      cache.ofAccount(accountId).forEach(cache.remove)
    },
    forgetAll: () => {
      forgotten++
      cache.clear()
    },
    get size() {
      return cache.size
    },
  }
}
