import { parseAmount } from '@lessor/kit'
import { isMoney } from './money-field.tsx'
import { plain } from './whole-field.tsx'

/** An amount as people read it: the sign of a negative one stands before the currency. */
export const money = (amount: string): string =>
  amount.startsWith('-') ? `−¥ ${amount.slice(1)}` : `¥ ${amount}`

/** What was typed, in fen; undefined where it isn't an amount. */
export const fenOf = (typed: unknown): number | undefined =>
  isMoney(typed) ? parseAmount(plain(typed)) : undefined
