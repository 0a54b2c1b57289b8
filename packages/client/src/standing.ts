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
export function standingAt({ lvl, vexp, exp }: Claims, nowMs: number): Standing {
  const validUntil = new Date(exp * 1000 + toleranceMs)
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

/** Follows the standing as time passes; `changed` hears of each new level or end, also when only time took it. */
export function watchStanding(first: Claims, clock: Clock, changed: (standing: Standing) => void): Watched {
  let claims = first
  let told = standingAt(claims, clock.now())
  let cancel = () => {}
  const look = () => {
    cancel()
    const now = standingAt(claims, clock.now())
    const isNews = now.level !== told.level || now.expiresAt?.getTime() !== told.expiresAt?.getTime()
    told = now
    if (isNews) changed(now)
    const nextMs = Math.min(now.expiresAt?.getTime() ?? 0, now.validUntil.getTime())
    if (now.level > 0) cancel = clock.after(nextMs - clock.now(), look)
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
      claims = { ...claims, lvl: 0, vexp: null }
    },
  }
}
