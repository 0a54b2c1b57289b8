import { dayOf, startOfDayPlus } from '@lessor/kit'

/** The secret of a status link: 32 random bytes, base64url. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') // prettier-ignore
}

/** How a token is looked up: SHA-256 in lower-case hex, enough for 256 random bits. */
export async function tokenHash(token: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Unix seconds, as the wire has every time. */
export const seconds = (date: Date): number => Math.floor(date.getTime() / 1000)

export const secondsOrNull = (date: Date | null): number | null => date && seconds(date)

export interface Calendar {
  /** YYYY-MM-DD, the last of them today. */
  readonly names: readonly string[]
  /** The first instant of each day, and the end of today. */
  readonly starts: readonly Date[]
}

/** The last `count` days of a zone's calendar, today included. */
export function lastDays(now: Date, zone: string, count: number): Calendar {
  const starts = Array.from({ length: count + 1 }, (_, i) => startOfDayPlus(now, zone, i + 1 - count))
  return { names: starts.slice(0, -1).map((start) => dayOf(start, zone)), starts }
}
