import type { CachedSession } from './cached-session.ts'

// About 1 kB each.
const capacity = 50_000
// An unconfirmed signal is lost when a process dies right after its commit: no cached entry is older than this.
const keptMs = 15 * 60_000

interface Entry {
  readonly cached: CachedSession
  readonly hash: string
  readonly putAt: number
}

/** A bounded store of sessions, found by id, by the hash of their token, and by account. */
export function openSessionCache() {
  const entries = new Map<string, Entry>()
  const idByHash = new Map<string, string>()
  const idsByAccount = new Map<string, Set<string>>()

  const remove = (id: string): void => {
    const entry = entries.get(id)
    if (!entry) return
    entries.delete(id)
    idByHash.delete(entry.hash)
    const { accountId } = entry.cached.session
    const ids = idsByAccount.get(accountId)
    ids?.delete(id)
    if (ids?.size === 0) idsByAccount.delete(accountId)
  }

  const byId = (id: string | undefined): CachedSession | undefined => {
    const entry = id === undefined ? undefined : entries.get(id)
    return entry && performance.now() - entry.putAt < keptMs ? entry.cached : undefined
  }

  return {
    byId,
    byToken: (key: string) => byId(idByHash.get(key)),
    ofAccount: (accountId: string): string[] => [...(idsByAccount.get(accountId) ?? [])],
    /** `hash` is the base64 of the token's. */
    put: (cached: CachedSession, hash: string): void => {
      const { id, accountId } = cached.session
      remove(id)
      entries.set(id, { cached, hash, putAt: performance.now() })
      idByHash.set(hash, id)
      idsByAccount.set(accountId, (idsByAccount.get(accountId) ?? new Set()).add(id))
      // A Map keeps its order of insertion: the first was put here longest ago.
      const [oldest] = entries.keys()
      if (entries.size > capacity && oldest !== undefined) remove(oldest)
    },
    remove,
    clear: (): void => [entries, idByHash, idsByAccount].forEach((map) => map.clear()),
    get size() {
      return entries.size
    },
  }
}
