import type { Counted, Place } from './queries.ts'

const keysOf = ({ limit, source, name }: Place) =>
  [`${limit} ${source} `, `${limit}  ${name}`, `${limit} ${source} ${name}`] as const

/** Tries under way in this process: any of them may still fail, so they count as if they had. */
export function openUnderWay() {
  const tries = new Map<string, number>()
  const watches = new Set<{ readonly keys: readonly string[]; ended: number }>()
  const add = (place: Place, by: 1 | -1) => {
    for (const key of keysOf(place)) {
      const left = (tries.get(key) ?? 0) + by
      if (left > 0) tries.set(key, left)
      else tries.delete(key)
    }
  }
  return {
    with: (counted: Counted, place: Place): Counted => {
      const [bySource = 0, byName = 0, byPair = 0] = keysOf(place).map((key) => tries.get(key))
      return {
        ...counted,
        bySource: counted.bySource + bySource,
        byName: counted.byName + byName,
        byPair: counted.byPair + byPair,
      }
    },
    /** Answers how to take it away again. */
    add: (place: Place): (() => void) => {
      add(place, 1)
      let over = false
      return () => {
        if (over) return
        over = true
        add(place, -1)
        for (const watch of watches) if (keysOf(place).some((key) => watch.keys.includes(key))) watch.ended++
      }
    },
    /** Counts the tries at a place that end while `work` is under way. */
    during: async <T>(place: Place, work: () => Promise<T>): Promise<{ of: T; ended: number }> => {
      const watch = { keys: keysOf(place), ended: 0 }
      watches.add(watch)
      try {
        return { of: await work(), ended: watch.ended }
      } finally {
        watches.delete(watch)
      }
    },
  }
}

// Over that the oldest are forgotten here; the database still has them, and the next failure brings them back.
const capacity = 50_000

/** What this process learned from its own failures of limits that aren't read before a try. */
export function openLearned() {
  const known = new Map<string, { readonly failed: number; readonly endsAt: Date }>()
  const put = (key: string, failed: number, endsAt: Date) => {
    known.delete(key)
    known.set(key, { failed, endsAt })
    const [oldest] = known.keys()
    if (known.size > capacity && oldest !== undefined) known.delete(oldest)
  }
  return {
    of: (place: Place, now: Date): Counted => {
      const found = keysOf(place).map((key) => known.get(key))
      const [bySource = 0, byName = 0, byPair = 0] = found.map((one) =>
        one && one.endsAt > now ? one.failed : 0,
      )
      const ends = found.flatMap((one) => one?.endsAt.getTime() ?? [])
      return { bySource, byName, byPair, endsAt: ends.length > 0 ? new Date(Math.max(...ends)) : null }
    },
    put: (place: Place, { bySource, byName, byPair, endsAt }: Counted) => {
      if (!endsAt) return
      const [source, name, pair] = keysOf(place)
      put(source, bySource, endsAt)
      put(name, byName, endsAt)
      put(pair, byPair, endsAt)
    },
  }
}
