import type { Clock } from './clock.ts'
import { LessorError } from './errors.ts'
import type { Fields } from './fields.ts'
import { retryDelay, type Random } from './pace.ts'

/** What a code brought. The level that counts is the session's, once a signed answer confirms it. */
export interface Redeemed {
  readonly addedDays: number
  /** The level that the days were added to. */
  readonly level: number
  /** The level held now, and when the last one ends. */
  readonly vipLevel: number
  readonly expiresAt: Date | null
}

export interface RedeemOptions {
  /** Sends the code under an Idempotency-Key; throws LessorError. */
  readonly send: (code: string, idempotencyKey: string) => Promise<Fields>
  readonly clock: Clock
  readonly random: Random
}

const tries = 4
const firstRetryMs = 1_000
const widestRetryMs = 8_000

/** Redeems codes. A lost request is retried under the same key, so a code is never "used" by its own retry. */
export function redeemer({ send, clock, random }: RedeemOptions): (code: string) => Promise<Redeemed> {
  // Codes whose fate is unknown: a later call for the same code asks about the same redemption.
  const unsettled = new Map<string, string>()

  const attempt = async (code: string, key: string, failures: number): Promise<Fields> => {
    try {
      return await send(code, key)
    } catch (error) {
      if (!isUnsettled(error) || failures + 1 >= tries) throw error
      const { retryAfterMs } = error
      const retry = {
        failures: failures + 1,
        baseMs: firstRetryMs,
        capMs: widestRetryMs,
        retryAfterMs,
        random,
      }
      await new Promise<void>((resolve) => void clock.after(retryDelay(retry), resolve))
      return attempt(code, key, failures + 1)
    }
  }

  return async (code) => {
    const key = unsettled.get(code) ?? crypto.randomUUID()
    unsettled.set(code, key)
    try {
      const data = await attempt(code, key, 0)
      unsettled.delete(code)
      return redeemedOf(data)
    } catch (error) {
      if (!isUnsettled(error)) unsettled.delete(code)
      throw error
    }
  }
}

/** Whether the code was taken is unknown: no answer, not the server's own, or one that says it failed. */
const isUnsettled = (error: unknown): error is LessorError =>
  error instanceof LessorError && (error.status === 0 || error.status >= 500 || error.code === 'bad_answer')

const redeemedOf = (data: Fields): Redeemed => ({
  addedDays: data.number('added_days'),
  level: data.number('level'),
  vipLevel: data.number('vip_level'),
  expiresAt: data.optionalTime('vip_expires_at'),
})
