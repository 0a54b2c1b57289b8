import type { Actor } from '../command.ts'
import type { LimitName } from '../limits.ts'
import type { Permission } from '../permission.ts'

/** Who may call: anybody, a signed-in customer, signed-in staff, or staff whose role has a permission. */
export type Who = 'anyone' | 'customer' | 'staff' | Permission

/** Whether a call is for staff with one permission; the other three name no permission. */
export const isPermission = (who: Who): who is Permission => who.includes('.')

export type ActorOf<W extends Who> = W extends 'customer'
  ? Extract<Actor, { kind: 'account' }>
  : W extends 'anyone'
    ? Extract<Actor, { kind: 'visitor' }>
    : Extract<Actor, { kind: 'staff' }>

/** What a call demands of whoever makes it, whichever transport brings it. */
export interface Rule<W extends Who = Who> {
  readonly who: W
  /** Absent: `open` by IP for anyone, `read` or `write` by actor otherwise. */
  readonly limit?: LimitName
  /**
   * The request itself proves who sends it (a password, a session token): refused ones count by IP, as refused cookies
   * do; right ones don't, so that no neighbour can keep their sender out.
   */
  readonly proves?: boolean
  /** Moves money or time: takes an Idempotency-Key. */
  readonly keyed?: boolean
  /** Signs somebody in by cookie: another site must not, in a visitor's browser. */
  readonly setsCookie?: boolean
  /** For anyone, but whoever has signed in on this browser before is known by its cookie, which opens nothing. */
  readonly readsDevice?: boolean
}
