import { formatAmount, type Chosen } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { validationFailed } from '../../../platform/refusals.ts'
import { planForSale, type PlanForSale } from '../../leasing/catalog/index.ts'
import { discountFen, type Coupon, type CouponName } from '../coupons/index.ts'
import { couponFor, type Buyer } from './coupon-for.ts'
import { planNotOffered } from './errors.ts'
import { isFulfilled } from './fulfil.ts'
import { codesAtMost, priceOf, type Price } from './model.ts'
import { ofLease, type OfLease } from './changes/of-lease.ts'

export interface Wanted {
  readonly planId: string
  readonly quantity: number
  readonly specs: Chosen
  readonly coupon?: CouponName | undefined
  /** One's own lease that it renews or changes. */
  readonly leaseId?: string | undefined
  /** It renews the lease in any case, at this price of one, in fen; never from a request. */
  readonly renews?: { readonly unitFen: number }
}

export interface Quote {
  readonly plan: PlanForSale
  readonly price: Price
  readonly coupon: Coupon | undefined
  /** Absent: it begins something new. */
  readonly ofLease?: OfLease
}

const tooManyCodes = {
  en: `At most ${codesAtMost.toLocaleString('en')} codes in one order`,
  zh: `一个订单最多 ${codesAtMost.toLocaleString('en')} 张卡密`,
}

/** What an order would cost now. The order itself is priced by the same rule; in a transaction its coupon is locked. */
export async function quoteOrder(cmd: Command, wanted: Wanted & Buyer, tx?: Tx): Promise<Quote> {
  const db = tx ?? cmd.services.db
  const plan = await planForSale(db, wanted.planId)
  if (!plan?.isOffered || !isFulfilled(plan.kind)) throw planNotOffered()
  if ((plan.count ?? 1) * wanted.quantity > codesAtMost)
    throw validationFailed({ problems: [{ path: 'quantity', message: tooManyCodes }] })
  const coupon = wanted.coupon && (await couponFor(cmd, wanted.coupon, plan, wanted, tx))
  const discountOf = coupon && ((fen: number) => discountFen(coupon, fen))
  const { tax_rate: rate, tax_mode: mode } = cmd.services.settings.invoices
  const { leaseId, quantity, specs } = wanted
  const found = leaseId ? await ofLease(cmd, db, plan, { ...wanted, leaseId }) : undefined
  const tax = { rate, inclusive: mode === 'inclusive' }
  const price = priceOf(plan, specs, quantity, tax, { ...found?.standing, discountOf })
  if (price.unknown.length > 0)
    throw validationFailed({
      problems: price.unknown.map((key) => ({
        path: `specs.${key}`,
        message: { en: 'Not an option of this product', zh: '该商品没有此选项' },
      })),
    })
  return { plan, price, coupon, ...(found && { ofLease: found }) }
}

/** The amounts of a price as orders and quotes show them. */
export const amountsOf = (price: Price) => ({
  list: formatAmount(price.listFen),
  setupFee: formatAmount(price.setupFeeFen),
  discount: formatAmount(price.discountFen),
  credit: formatAmount(price.creditFen),
  net: formatAmount(price.netFen),
  tax: formatAmount(price.taxFen),
  total: formatAmount(price.totalFen),
})
