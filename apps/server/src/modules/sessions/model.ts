/** A session that lives, as far as the choice of a slot needs to know it. */
export interface Living {
  readonly id: string
  readonly slot: number
  readonly createdAt: Date
}

export interface Seat {
  readonly slot: number
  /** Sessions that have to end for it. */
  readonly evicted: readonly string[]
}

/** Where a new device sits when `devices` may be signed in at once: over that, the oldest go. */
export function seatFor(living: readonly Living[], devices: number): Seat {
  const oldestFirst = living.toSorted(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1),
  )
  const leaving = oldestFirst.slice(0, Math.max(0, living.length - devices + 1))
  const taken = new Set(living.filter((one) => !leaving.includes(one)).map(({ slot }) => slot))
  const slot = Array.from({ length: devices }, (_, i) => i + 1).find((free) => !taken.has(free))
  if (slot === undefined) throw new Error('A device without a slot')
  return { slot, evicted: leaving.map(({ id }) => id) }
}

/** The interval a client is told: its own or the installation's, longer while the server is under pressure (1 to 4). */
export const intervalFor = (ownS: number | null, installationS: number, pressure: number): number =>
  Math.round((ownS ?? installationS) * Math.min(4, Math.max(1, pressure)))
