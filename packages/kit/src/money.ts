/** The largest amount that numeric(12,2) holds: 9999999999.99. */
export const MAX_FEN = 999_999_999_999

/** A text or a result that isn't an amount of money. */
export class AmountError extends RangeError {
  constructor(message: string) {
    super(message)
    this.name = 'AmountError'
  }
}

const unsigned = /^(0|[1-9]\d{0,9})(?:\.(\d{1,2}))?$/
const rateForm = /^(0|[1-9]\d{0,8})(?:\.(\d{1,12}))?$/

/**
 * Reads a decimal with at most two digits after the point ('12', '12.3', '12.34') as whole fen. A minus is
 * read only where `signed` asks for it. Throws AmountError on anything else, and beyond 9999999999.99.
 */
export function parseAmount(text: string, { signed = false } = {}): number {
  const negative = signed && text.startsWith('-')
  const [, whole, digits = ''] = unsigned.exec(negative ? text.slice(1) : text) ?? []
  if (whole === undefined) throw new AmountError(`Not an amount of money: ${text}`)
  const fen = Number(whole) * 100 + Number(digits.padEnd(2, '0'))
  return negative && fen > 0 ? -fen : fen
}

/** Writes whole fen with two digits after the point; throws AmountError beyond what `parseAmount` reads. */
export function formatAmount(fen: number): string {
  const digits = String(Math.abs(demandFen(fen))).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/**
 * An amount times a rate ('0.85'; no sign, below 1000000000, at most 12 digits after the point), rounded half
 * away from zero to whole fen, as numeric of PostgreSQL rounds. Throws AmountError for another rate and when
 * the result doesn't fit.
 */
export function multiplyRate(fen: number, rate: string): number {
  const [, whole, digits = ''] = rateForm.exec(rate) ?? []
  if (whole === undefined) throw new AmountError(`Not a rate: ${rate}`)
  const scale = 10n ** BigInt(digits.length)
  const doubled = BigInt(demandFen(fen)) * BigInt(whole + digits) * 2n
  return demandFen(Number((doubled + (fen < 0 ? -scale : scale)) / (2n * scale)))
}

/**
 * Splits an amount by weights (whole numbers from 0, not all 0) without losing a fen: the parts add up to it
 * exactly, and each is less than a fen from its exact share. Throws AmountError for other weights.
 */
export function splitAmount(fen: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + demandWeight(weight), 0n)
  if (total === 0n) throw new AmountError('An amount is split by at least one weight above 0')
  let weightSoFar = 0n
  let givenFen = 0
  return weights.map((weight) => {
    weightSoFar += BigInt(weight)
    const dueFen = Number((BigInt(demandFen(fen)) * weightSoFar) / total)
    const part = dueFen - givenFen
    givenFen = dueFen
    return part
  })
}

function demandFen(fen: number): number {
  if (!Number.isInteger(fen) || Math.abs(fen) > MAX_FEN) {
    throw new AmountError(`Not whole fen up to ${MAX_FEN}: ${fen}`)
  }
  return fen
}

function demandWeight(weight: number): bigint {
  if (!Number.isSafeInteger(weight) || weight < 0) throw new AmountError(`Not a weight: ${weight}`)
  return BigInt(weight)
}
