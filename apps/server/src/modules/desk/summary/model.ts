import type { Text } from '@lessor/kit'

/** What a day came to; amounts with two digits. */
export interface Facts {
  /** Paid on the day, and what they came to. */
  readonly orders: number
  readonly income: string
  readonly refunds: number
  readonly refunded: string
  readonly accounts: number
  /** Leases that end today or tomorrow. */
  readonly ending: number
  /** Open now. */
  readonly alerts: number
}

/** Open alerts alone are no news: each was sent when it was raised. */
export const isNothing = ({ orders, refunds, accounts, ending }: Facts): boolean =>
  orders + refunds + accounts + ending === 0

export const bodyOf = ({ orders, income, refunds, refunded, accounts, ending, alerts }: Facts): Text => ({
  zh: `已支付订单 ${orders} 笔，共 ${income}；退款 ${refunds} 笔，共 ${refunded}；新账号 ${accounts} 个。今明两天到期 ${ending} 个。未解决的告警 ${alerts} 个。`,
  en: `Orders paid: ${orders}, ${income} in all. Refunds: ${refunds}, ${refunded} in all. New accounts: ${accounts}. Leases that end today or tomorrow: ${ending}. Open alerts: ${alerts}.`,
})
