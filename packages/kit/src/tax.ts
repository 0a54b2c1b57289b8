const form = /^(0|[1-9]\d?)(?:\.(\d{1,4}))?$/
const hundredPercent = 1_000_000n

/** Whether a text is a rate in percent: from 0 to below 100, with at most four digits after the point. */
export const isTaxRate = (text: string): boolean => form.test(text)

/** The tax that is in an amount (`inclusive`), or comes on top of it; in whole fen, rounded half up (what is left, where it is inside). */
export function taxOf(fen: number, rate: string, inclusive: boolean): number {
  const [, whole, digits = ''] = form.exec(rate) ?? []
  if (whole === undefined) throw new RangeError(`Not a tax rate: ${rate}`)
  const scaled = BigInt(whole + digits.padEnd(4, '0'))
  if (!inclusive) return divided(BigInt(fen) * scaled, hundredPercent)
  return fen - divided(BigInt(fen) * hundredPercent, hundredPercent + scaled)
}

const divided = (of: bigint, by: bigint) => Number((2n * of + by) / (2n * by))
