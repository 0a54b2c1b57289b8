import { isStorable } from '@lessor/kit'
import type { Database } from '../../../../platform/db.ts'
import { HostRefusal } from '../../../../platform/plugin-host/host.ts'
import { transaction } from '../../../../platform/run-transaction.ts'
import { dropValue, keepValue, keptValue, lockKept } from './queries.ts'

const mostBytes = 64 * 1024

/** What the scripts of an interface keep between calls. */
export interface Kept {
  get(key: string): Promise<unknown>
  /** Throws a `HostRefusal` where there is no room. */
  set(key: string, value: unknown): Promise<void>
  delete(key: string): Promise<void>
}

/** Kept in the database, 64 KB in all. */
export const keptBy = (db: Database, id: string): Kept => ({
  get: async (key) => (isStorable(key) ? (await keptValue.first(db, { id, key }))?.value : undefined),
  set: async (key, value) => {
    if (!isStorable([key, value])) throw new HostRefusal('Some characters can’t be kept.')
    await transaction(db, async (tx) => {
      // The sum is of what is there once the turn has come.
      if (!(await lockKept.first(tx, { id }))) throw new HostRefusal('The interface was deleted.')
      const kept = await keepValue.run(tx, { id, key, value: JSON.stringify(value ?? null), most: mostBytes })
      if (kept === 0) throw new HostRefusal('An interface keeps at most 64 KB.')
    })
  },
  delete: async (key) => {
    if (isStorable(key)) await dropValue.run(db, { id, key })
  },
})

/** For a test call: what is kept is seen, and what the call changes is forgotten with it. */
export function keptForNow(before: Kept | undefined): Kept {
  const changed = new Map<string, unknown>()
  return {
    get: async (key) => (changed.has(key) ? changed.get(key) : before?.get(key)),
    set: async (key, value) => void changed.set(key, value),
    delete: async (key) => void changed.set(key, undefined),
  }
}
