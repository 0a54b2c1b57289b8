export interface Moment {
  readonly steady: number
  readonly wall: number
}
export const now = (): Moment => ({ steady: performance.now(), wall: Date.now() })

/**
 * Until when the memory may be believed. By both clocks: the steady one stands still while the machine is suspended, the
 * other one may be set back.
 */
export function openTrust() {
  let heard: Moment = { steady: -Infinity, wall: 0 }
  let forMs = 0
  return {
    holds: () => performance.now() - heard.steady < forMs && Math.abs(Date.now() - heard.wall) < forMs,
    shorten: (ms: number) => void (forMs = Math.min(forMs, ms)),
    renew: (at: Moment, ms: number) => void ([heard, forMs] = [at, ms]),
    end: () => void (heard = { steady: -Infinity, wall: 0 }),
  }
}
