import { multiplyRate, nameKey, parseAmount, type FieldProblem, type Text, columnNames } from '@lessor/kit'

/** What is compared of a coupon's code, as staff wrote it or as a customer typed it: case, width, dashes and spaces make no difference. */
export const couponKey = (text: string): string => nameKey(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '')

export const couponStates = ['usable', 'upcoming', 'ended', 'used_up', 'off'] as const
export type CouponState = (typeof couponStates)[number]

export interface Marks {
  readonly active: boolean
  readonly startsAt: Date | null
  readonly endsAt: Date | null
  readonly maxUses: number | null
  readonly used: number
}

/** What became of a coupon; only a usable one lowers a price. It is good from its start, and not at its end any more. */
export function stateOf({ active, startsAt, endsAt, maxUses, used }: Marks, now: Date): CouponState {
  if (!active) return 'off'
  if (endsAt && endsAt <= now) return 'ended'
  if (startsAt && startsAt > now) return 'upcoming'
  return maxUses !== null && used >= maxUses ? 'used_up' : 'usable'
}

export interface Worth {
  /** Of the price, as '12.50'; else null. */
  readonly percent: string | null
  readonly amount: string | null
}

/** By how much a coupon lowers a price, in fen: rounded half up, and never more than the price. */
export function discountFen({ percent, amount }: Worth, priceFen: number): number {
  const fen = percent === null ? parseAmount(amount ?? '0') : multiplyRate(priceFen, rateOf(percent))
  return Math.min(fen, priceFen)
}

/** '12.50' percent as '0.1250'. */
function rateOf(percent: string): string {
  const digits = String(parseAmount(percent)).padStart(5, '0')
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`
}

export interface Rules extends Marks {
  readonly perAccount: number | null
  readonly firstOrderOnly: boolean
  /** Both empty: for everything. */
  readonly productIds: readonly string[]
  readonly planIds: readonly string[]
}

/** An order that wants a coupon. */
export interface Asking {
  readonly productId: string
  readonly planId: string
  /** How often its account uses the coupon already. */
  readonly uses: number
  /** Whether its account has no other order. */
  readonly isFirst: boolean
}

export type WhyNot = Exclude<CouponState, 'usable'> | 'not_for_this' | 'used_by_you' | 'not_first'

/** Why an order can't have a coupon; undefined: it can. */
export function whyNot(rules: Rules, asking: Asking, now: Date): WhyNot | undefined {
  const state = stateOf(rules, now)
  if (state !== 'usable') return state
  if (!isFor(rules, asking)) return 'not_for_this'
  if (rules.perAccount !== null && asking.uses >= rules.perAccount) return 'used_by_you'
  return rules.firstOrderOnly && !asking.isFirst ? 'not_first' : undefined
}

const isFor = ({ productIds, planIds }: Rules, { productId, planId }: Asking): boolean =>
  productIds.length + planIds.length === 0 || productIds.includes(productId) || planIds.includes(planId)

/** The fields of a coupon that staff write. */
export const couponFields = [
  'code',
  'note',
  'percent',
  'amount',
  'startsAt',
  'endsAt',
  'maxUses',
  'perAccount',
  'firstOrderOnly',
  'productIds',
  'planIds',
  'active',
] as const

export type Written = Worth & Omit<Rules, 'used'> & { readonly code: string; readonly note: string }

/** A coupon as the audit log keeps it, where no field may be called a code. */
export function auditedCoupon(coupon: Written): Record<string, unknown> {
  const { code, ...others } = columnNames<Written>(coupon, couponFields)
  return { coupon: code, ...others }
}

const texts = {
  short: { en: 'At least 3 letters or digits', zh: '至少 3 个字母、文字或数字' },
  either: { en: 'Either percent or amount', zh: '折扣比例与减免金额须且只能填一项' },
  order: { en: 'After the start', zh: '须晚于开始时间' },
  used: { en: 'It is used more often already', zh: '已使用次数超过此值' },
} as const

/** What doesn't fit together in a coupon; the database demands the same. */
export function couponProblems(coupon: Written & { readonly used: number }): FieldProblem[] {
  const { code, percent, amount, startsAt, endsAt, maxUses, used } = coupon
  const problems: [path: string, isWrong: boolean, message: Text][] = [
    ['code', couponKey(code).length < 3, texts.short],
    ['percent', (percent === null) === (amount === null), texts.either],
    ['ends_at', startsAt !== null && endsAt !== null && startsAt >= endsAt, texts.order],
    ['max_uses', maxUses !== null && used > maxUses, texts.used],
  ]
  return problems.filter(([, isWrong]) => isWrong).map(([path, , message]) => ({ path, message }))
}
