import { formatAmount, parseAmount } from '@lessor/kit'

/** The amounts of a report, in fen; `unearned` is what stands at the end of the time, the others what came in it. */
export interface Amounts {
  readonly income: number
  readonly refunded: number
  readonly tax: number
  readonly fees: number
  readonly cost: number
  readonly losses: number
  readonly margin: number
  readonly earned: number
  readonly unearned: number
}

export interface Cell extends Amounts {
  readonly month: string
  /** Null: for no product. */
  readonly productId: string | null
}

const nothing: Amounts = {
  income: 0,
  refunded: 0,
  tax: 0,
  fees: 0,
  cost: 0,
  losses: 0,
  margin: 0,
  earned: 0,
  unearned: 0,
}

type Moved = Readonly<Record<'income' | 'refunded' | 'tax' | 'fees' | 'cost' | 'losses', string>>

/** A month of a product: what moved, and what was not yet earned when it began and when it ended, in fen. */
export function amountsOf(moved: Moved | undefined, beforeFen: number, afterFen: number): Amounts {
  const fen = (text: string | undefined) => parseAmount(text ?? '0', { signed: true })
  const [income, refunded, fees] = [fen(moved?.income), fen(moved?.refunded), fen(moved?.fees)]
  const [cost, losses] = [fen(moved?.cost), fen(moved?.losses)]
  return {
    ...{ income, refunded, tax: fen(moved?.tax), fees, cost, losses },
    margin: income - refunded - fees - cost - losses,
    // What was sold is earned or not yet; so nothing is lost between the two, whatever is rounded.
    earned: income - refunded - (afterFen - beforeFen),
    unearned: afterFen,
  }
}

export const isNothing = (amounts: Amounts): boolean =>
  (Object.keys(nothing) as (keyof Amounts)[]).every((name) => amounts[name] === 0)

/** What several cells come to; what is not yet earned is that of `last`, the cells at the end. */
export function sumOf(cells: readonly Amounts[], last: readonly Amounts[]): Amounts {
  const names = Object.keys(nothing) as (keyof Amounts)[]
  const sum = (of: readonly Amounts[], name: keyof Amounts) => of.reduce((all, cell) => all + cell[name], 0)
  const sums = names.map((name) => [name, sum(name === 'unearned' ? last : cells, name)])
  return Object.fromEntries(sums) as Amounts
}

/** As decimals with two digits. */
export const written = (amounts: Amounts) =>
  Object.fromEntries(
    (Object.keys(nothing) as (keyof Amounts)[]).map((name) => [name, formatAmount(amounts[name])]),
  ) as Record<keyof Amounts, string>

/** The month (YYYY-MM) so many after another, or before it. */
export function monthPlus(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const months = year * 12 + number - 1 + count
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** The months from one to another, both included; none where they are the wrong way round. */
export function monthsFrom(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from; month <= to; month = monthPlus(month, 1)) months.push(month)
  return months
}
