/** A device sits in a slot and sends heartbeats; a browser at the portal does neither. */
export const sessionKinds = ['device', 'browser'] as const
export type SessionKind = (typeof sessionKinds)[number]

/** How long a browser stays signed in at the portal unused. It is the customer's own phone as a rule. */
export const browserIdleMs = 7 * 86_400_000

const freshMs = 10 * 60_000

/** Whether a session was opened, with the password, so lately that its holder has it still. */
export const isFresh = (createdAt: Date, now: Date): boolean => now.getTime() - createdAt.getTime() <= freshMs

/** A session that lives, as far as the choice of a slot needs to know it. */
export interface Living {
  readonly id: string
  readonly kind: SessionKind
  readonly slot: number | null
  readonly hardwareCode: string
  readonly createdAt: Date
}

export interface Seat {
  readonly kind: SessionKind
  readonly slot: number | null
  /** Sessions that have to end for it. */
  readonly evicted: readonly string[]
}

/**
 * Where a device sits when `devices` may be signed in at once. One that signs in again takes its own place; over the
 * number allowed, the oldest devices go.
 */
export function seatFor(living: readonly Living[], devices: number, hardwareCode: string): Seat {
  const seated = living.filter(({ kind }) => kind === 'device')
  const own = seated.filter((one) => one.hardwareCode === hardwareCode)
  const others = seated.filter((one) => !own.includes(one))
  const leaving = [...own, ...oldestOver(others, devices - 1)]
  const taken = new Set(seated.filter((one) => !leaving.includes(one)).map(({ slot }) => slot))
  const slot = Array.from({ length: devices }, (_, i) => i + 1).find((free) => !taken.has(free))
  if (slot === undefined) throw new Error('A device without a slot')
  return { kind: 'device', slot, evicted: leaving.map(({ id }) => id) }
}

// Enough for a household; without an end, a forgotten script would fill the table.
const browsers = 20

/** A browser at the portal takes no slot and signs out no device; beyond 20, the oldest end. */
export const seatForBrowser = (living: readonly Living[]): Seat => {
  const open = living.filter(({ kind }) => kind === 'browser')
  return { kind: 'browser', slot: null, evicted: oldestOver(open, browsers - 1).map(({ id }) => id) }
}

const oldestOver = (living: readonly Living[], allowed: number): Living[] =>
  living
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1))
    .slice(0, Math.max(0, living.length - allowed))
