// Crockford's base32: without I, L, O and U, which are misread or make words.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Characters of a code that are random: 20 of 5 bits each. */
export const randomLength = 20

/** Writes a code: the prefix, then a character for each of the 20 random bytes, in groups of five. */
export function codeText(prefix: string, random: Uint8Array): string {
  let text = prefix
  for (let i = 0; i < randomLength; i++) {
    if (i % 5 === 0 && text !== '') text += '-'
    text += alphabet[(random[i] ?? 0) & 31]
  }
  return text
}

/** The last four characters, by which people tell codes apart. */
export const tailOf = (text: string): string => text.slice(-4)

/**
 * What is compared of a code, as it was issued or as a person typed or pasted it: full-width or lower-case
 * letters, dashes, spaces and text around it make no difference, nor does O for 0 or I and L for 1.
 */
export const normaliseCode = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')

/** What a code is worth: days of a level, or money in the wallet. */
export const worths = ['time', 'money'] as const
export type Worth = (typeof worths)[number]

export interface Brings {
  readonly worth: Worth
  /** Of time. */
  readonly level: number | null
  readonly days: number | null
  /** Decimal text, of money. */
  readonly value: string | null
}

export const statuses = ['unused', 'used', 'expired', 'revoked'] as const
export type Status = (typeof statuses)[number]

export interface Marks {
  readonly usedAt: Date | null
  readonly revokedAt: Date | null
  readonly expiresAt: Date
}

/** What became of a code; only an unused one brings time. */
export function statusOf({ usedAt, revokedAt, expiresAt }: Marks, now: Date): Status {
  if (usedAt) return 'used'
  if (revokedAt) return 'revoked'
  return expiresAt <= now ? 'expired' : 'unused'
}

export interface Counted {
  readonly count: number
  readonly used: number
  readonly revoked: number
  readonly expiresAt: Date
}

/** How many codes of a batch are in each status; they add up to its count. */
export function tally({ count, used, revoked, expiresAt }: Counted, now: Date): Record<Status, number> {
  const left = count - used - revoked
  const over = expiresAt <= now
  return { unused: over ? 0 : left, used, expired: over ? left : 0, revoked }
}
