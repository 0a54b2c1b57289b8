import { formatAmount, parseAmount } from './money.ts'

/** For how long a plan is paid at once. */
export const planCycles = ['monthly', 'quarterly', 'yearly', 'days'] as const
export type PlanCycle = (typeof planCycles)[number]

export interface PlanTerm {
  readonly cycle: PlanCycle
  /** Of the cycle `days`; null otherwise. */
  readonly days: number | null
}

/** What a buyer chooses one of. */
export interface PlanOption {
  readonly key: string
  readonly label: string
  readonly choices: readonly PlanChoice[]
}

export interface PlanChoice {
  readonly key: string
  readonly label: string
  /** What it adds to the price of a month (30 days). */
  readonly price: string
}

const months = { monthly: 1, quarterly: 3, yearly: 12 } as const

/** How many months of the calendar a cycle has; undefined where it counts days. */
export const cycleMonths = (cycle: PlanCycle): number | undefined =>
  cycle === 'days' ? undefined : months[cycle]

/** A term as a fraction of a month, in which 30 days are one. */
const monthsIn = ({ cycle, days }: PlanTerm): readonly [over: number, under: number] => {
  const whole = cycleMonths(cycle)
  return whole === undefined ? [days ?? 30, 30] : [whole, 1]
}

/** What a month (30 days) of a plan comes to, rounded half up. Throws AmountError when that isn't an amount. */
export function pricePerMonth(price: string, term: PlanTerm): string {
  const [over, under] = monthsIn(term)
  return formatAmount(rounded(parseAmount(price), under, over))
}

/** What a price per month comes to over a term, in fen, rounded half up. */
export const fenOverTerm = (perMonthFen: number, term: PlanTerm): number =>
  rounded(perMonthFen, ...monthsIn(term))

const rounded = (fen: number, over: number, under: number): number =>
  Number((BigInt(fen) * BigInt(over) * 2n + BigInt(under)) / (2n * BigInt(under)))

/** What somebody chose of the options, by their keys. */
export type Chosen = Readonly<Record<string, string>>

export interface OptionsPrice {
  /** What the choices add over the whole term. */
  readonly fen: number
  /** One choice of every option: the first where none was named. */
  readonly chosen: Chosen
  /** Keys that name no option, or no choice of theirs. */
  readonly unknown: readonly string[]
}

/** What chosen options add to a plan's price over its term. */
export function priceOptions(options: readonly PlanOption[], chosen: Chosen, term: PlanTerm): OptionsPrice {
  const picked = options.map(({ key, choices }) => {
    const named = Object.hasOwn(chosen, key) ? chosen[key] : choices[0]?.key
    return { key, choice: choices.find((one) => one.key === named) }
  })
  const missing = picked.filter(({ choice }) => choice === undefined).map(({ key }) => key)
  const strange = Object.keys(chosen).filter((key) => !options.some((option) => option.key === key))
  const found = picked.flatMap(({ key, choice }) => (choice ? [{ key, choice }] : []))
  return {
    fen: found.reduce((sum, { choice }) => sum + fenOverTerm(parseAmount(choice.price), term), 0),
    chosen: Object.fromEntries(found.map(({ key, choice }) => [key, choice.key])),
    unknown: [...missing, ...strange],
  }
}
