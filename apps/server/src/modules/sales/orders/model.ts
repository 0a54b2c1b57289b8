import {
  cycleMonths,
  parseAmount,
  priceOptions,
  splitAmount,
  taxOf,
  type Chosen,
  type PlanCycle,
  type PlanOption,
  type Text,
} from '@lessor/kit'

export const orderKinds = ['new', 'renew', 'change'] as const
export type OrderKind = (typeof orderKinds)[number]

export const orderStates = [
  'pending',
  'paid',
  'provisioning',
  'active',
  'suspended',
  'completed',
  'terminated',
  'cancelled',
  'refunded',
] as const
export type OrderState = (typeof orderStates)[number]

/** The allowed steps; what is absent is refused. A cancelled one is revived when its money comes late. */
export const orderSteps: Readonly<Record<OrderState, readonly OrderState[]>> = {
  pending: ['paid', 'cancelled'],
  paid: ['provisioning', 'completed', 'refunded'],
  provisioning: ['active', 'cancelled'],
  active: ['suspended', 'terminated', 'refunded'],
  suspended: ['active', 'terminated', 'refunded'],
  completed: ['refunded'],
  terminated: [],
  cancelled: ['paid'],
  refunded: [],
}

/** What an order brings, as it was when it was made: a plan that changes later changes no order. */
export interface Terms {
  readonly kind: string
  readonly cycle: PlanCycle
  readonly days: number | null
  readonly level: number | null
  readonly count: number | null
  /** The level whose open time a change gives up. */
  readonly replacesLevel?: number
}

/** By what a lease is extended for these terms: months of the calendar, or days; so many times. */
export function spanOf(
  { cycle, days }: Terms,
  quantity: number,
): { readonly months: number } | { readonly days: number } {
  const months = cycleMonths(cycle)
  return months === undefined ? { days: (days ?? 0) * quantity } : { months: months * quantity }
}

/** How many codes one order may bring: they are issued as one batch. */
export const codesAtMost = 100_000

const cycleTexts = {
  monthly: { en: '1 month', zh: '1 个月' },
  quarterly: { en: '3 months', zh: '3 个月' },
  yearly: { en: '12 months', zh: '12 个月' },
} as const

/** For how long, as people read it. */
export const termText = ({ cycle, days }: Pick<Terms, 'cycle' | 'days'>): Text =>
  cycle === 'days' ? { en: `${days ?? 0} days`, zh: `${days ?? 0} 天` } : cycleTexts[cycle]

export interface Priced {
  readonly price: string
  readonly setupFee: string
  readonly cycle: PlanCycle
  readonly days: number | null
  readonly options: readonly PlanOption[]
}

export interface Price {
  /** Fen. What the plan and the chosen options come to, so many times; the setup fee once. */
  readonly listFen: number
  readonly setupFeeFen: number
  readonly discountFen: number
  readonly creditFen: number
  /** What is credited over the price: it goes into the wallet. */
  readonly restFen: number
  readonly netFen: number
  readonly taxFen: number
  /** What is paid. */
  readonly totalFen: number
  readonly chosen: Chosen
  /** Options that the product doesn't have. */
  readonly unknown: readonly string[]
}

export interface Tax {
  /** Percent. */
  readonly rate: string
  /** Whether prices hold it already. */
  readonly inclusive: boolean
}

/** By how much a coupon lowers a price; both in fen. */
export type DiscountOf = (priceFen: number) => number

/** What another price than the plan's own comes from: the lease that an order is for. */
export interface Standing {
  /** A kept price of one, its options in it, in fen. */
  readonly unitFen?: number | undefined
  /** It was set up before. */
  readonly isSetUp?: boolean
  /** What is given up for it is worth, in fen. */
  readonly unusedFen?: number
}

/**
 * What so many of a plan cost: the same for the quote and for the order, so that nobody pays what they weren't shown. A
 * discount lowers the list price and the setup fee together, never below 0; tax is counted on what is left.
 */
export function priceOf(
  plan: Priced,
  chosen: Chosen,
  quantity: number,
  tax: Tax,
  { discountOf = () => 0, ...standing }: Standing & { readonly discountOf?: DiscountOf | undefined } = {},
): Price {
  const options = priceOptions(plan.options, chosen, plan)
  const listFen = (standing.unitFen ?? parseAmount(plan.price) + options.fen) * quantity
  const setupFeeFen = standing.isSetUp ? 0 : parseAmount(plan.setupFee)
  const discountFen = Math.min(discountOf(listFen + setupFeeFen), listFen + setupFeeFen)
  const sumFen = listFen + setupFeeFen - discountFen
  const sumTaxFen = taxOf(sumFen, tax.rate, tax.inclusive)
  const grossFen = tax.inclusive ? sumFen : sumFen + sumTaxFen
  const { unusedFen: unused = 0 } = standing
  const creditFen = Math.min(unused, grossFen)
  const totalFen = grossFen - creditFen
  // What is credited was taxed when it was paid.
  const taxFen = creditFen === 0 ? sumTaxFen : taxOf(totalFen, tax.rate, true)
  return {
    listFen,
    setupFeeFen,
    discountFen,
    creditFen,
    restFen: unused - creditFen,
    netFen: totalFen - taxFen,
    taxFen,
    totalFen,
    chosen: options.chosen,
    unknown: options.unknown,
  }
}

export interface Worth {
  readonly totalFen: number
  readonly creditFen: number
  readonly refundedFen: number
  readonly movedFen: number
  readonly startsAt: Date | null
  readonly endsAt: Date | null
}

/** How much of an order's period is left, in ms: all of it before it begins, nothing after its end. */
export const leftMs = ({ startsAt, endsAt }: Pick<Worth, 'startsAt' | 'endsAt'>, now: Date): number =>
  startsAt && endsAt ? Math.max(0, endsAt.getTime() - Math.max(startsAt.getTime(), now.getTime())) : 0

/** Two parts of a whole: ms of a period, codes of a batch. */
export interface Shares {
  readonly used: number
  readonly unused: number
}

/** How much of an order's time is over; undefined where it brought none. */
export function sharesOfTime(order: Pick<Worth, 'startsAt' | 'endsAt'>, now: Date): Shares | undefined {
  const { startsAt, endsAt } = order
  if (!startsAt || !endsAt || endsAt <= startsAt) return undefined
  const unused = leftMs(order, now)
  return { used: endsAt.getTime() - startsAt.getTime() - unused, unused }
}

/** What is unused of what an order was worth, in fen; never more than what was paid and not given back. */
export function unusedFen(order: Worth, shares: Shares | undefined): number {
  const { totalFen, creditFen, refundedFen, movedFen } = order
  const worthFen = totalFen + creditFen - refundedFen - movedFen
  const paidFen = Math.min(worthFen, totalFen - refundedFen)
  if (!shares) return paidFen
  return Math.min(paidFen, splitAmount(worthFen, [shares.used, shares.unused])[1] ?? 0)
}

/** What a refund takes of what is unused: as much as its amount is of the worth, in fen. */
export interface Part {
  readonly amountFen: number
  readonly worthFen: number
}
export const whole: Part = { amountFen: 0, worthFen: 0 }

/** So much of a whole number of something, rounded down. */
export const partOf = (unused: number, { amountFen, worthFen }: Part): number =>
  amountFen >= worthFen ? unused : Number((BigInt(unused) * BigInt(amountFen)) / BigInt(worthFen))

/** The tax in a refund: the difference of two shares of the whole, so that parts that make the whole return all of it. */
export function taxInRefund(
  order: { readonly totalFen: number; readonly taxFen: number },
  beforeFen: number,
  fen: number,
): number {
  const share = (upTo: number) => splitAmount(order.taxFen, [upTo, order.totalFen - upTo])[0] ?? 0
  return share(beforeFen + fen) - share(beforeFen)
}

export interface Due {
  readonly totalFen: number
  /** Held for the order already, without the parts below. */
  readonly heldFen: number
  /** What open attempts hold of the wallet, which a new way to pay frees. */
  readonly partsFen: number
  /** What the wallet can give now, its credit limit included. */
  readonly walletFen: number
}

export interface Split {
  readonly walletFen: number
  readonly gatewayFen: number
}

/** Who pays what is missing: the gateway, or first the wallet as far as it goes. */
export function splitOf({ totalFen, heldFen, partsFen, walletFen }: Due, useWallet: boolean): Split {
  const dueFen = Math.max(0, totalFen - heldFen)
  const fromWallet = useWallet ? Math.min(dueFen, Math.max(0, walletFen + partsFen)) : 0
  return { walletFen: fromWallet, gatewayFen: dueFen - fromWallet }
}
