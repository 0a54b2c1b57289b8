import type { Clock } from './clock.ts'
import { toleranceMs, type Claims } from './signed.ts'

/** What the holder of a verified answer may do, and until when it can be relied on. */
export interface Standing {
  /** The VIP level held now; 0 for none. */
  readonly level: number
  /** When the last level ends; null when none is held. */
  readonly expiresAt: Date | null
  /** From then on the answer says nothing any more, and the level is 0. */
  readonly validUntil: Date
}

/** What verified claims mean at that time (ms since 1970). */
export function standingAt({ lvl, vexp, lexp = vexp, exp }: Claims, nowMs: number): Standing {
  // Clocks that differ don't lengthen a level.
  const validUntil = new Date(Math.min(exp * 1000 + toleranceMs, lexp === null ? Infinity : lexp * 1000))
  const held = vexp !== null && nowMs < vexp * 1000 && nowMs < validUntil.getTime()
  return { level: held ? lvl : 0, expiresAt: held ? new Date(vexp * 1000) : null, validUntil }
}

export interface Watched {
  readonly now: Standing
  /** Takes newer claims. */
  renew(claims: Claims): void
  /** Nothing is held any more. */
  drop(): void
}

export interface Watching {
  /** Called with each new level or end, also when only time took it. */
  readonly changed: (standing: Standing) => void
  /** Gets newer claims when a level ends and a lower one follows, which these claims don't prove. */
  readonly confirm: () => Promise<unknown>
}

/** Follows the standing as time passes. */
export function watchStanding(first: Claims, clock: Clock, { changed, confirm }: Watching): Watched {
  let claims = first
  let dropped = false
  let last = standingAt(claims, clock.now())
  let cancel = () => {}
  const look = () => {
    cancel()
    if (dropped) return
    const now = standingAt(claims, clock.now())
    const isNews = now.level !== last.level || now.expiresAt?.getTime() !== last.expiresAt?.getTime()
    last = now
    if (isNews) changed(now)
    const nextMs = Math.min(now.expiresAt?.getTime() ?? 0, now.validUntil.getTime())
    if (now.level > 0) cancel = clock.after(nextMs - clock.now(), lapse)
  }
  const lapse = () => {
    const { vexp, lexp } = claims
    const lowerFollows =
      typeof lexp === 'number' && vexp !== null && lexp < vexp && clock.now() >= lexp * 1000
    if (lowerFollows) void confirm().then(look)
    else look()
  }
  look()
  return {
    get now() {
      return standingAt(claims, clock.now())
    },
    renew: (newer) => {
      claims = newer
      look()
    },
    drop: () => {
      cancel()
      dropped = true
      claims = { ...claims, lvl: 0, vexp: null }
    },
  }
}
