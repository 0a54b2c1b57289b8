import { formatAmount, type Chosen } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Db } from '../../../platform/db.ts'
import { validationFailed } from '../../../platform/refusals.ts'
import { planForSale, type PlanForSale } from '../../leasing/catalog/index.ts'
import { planNotOffered } from './errors.ts'
import { isFulfilled } from './fulfil.ts'
import { priceOf, type Price } from './model.ts'

export interface Wanted {
  readonly planId: string
  readonly quantity: number
  readonly specs: Chosen
}

export interface Quote {
  readonly plan: PlanForSale
  readonly price: Price
}

/** What an order would cost now. The order itself is priced by the same rule. */
export async function quoteOrder(cmd: Command, wanted: Wanted, db: Db = cmd.services.db): Promise<Quote> {
  const plan = await planForSale(db, wanted.planId)
  if (!plan?.isOffered || !isFulfilled(plan.kind)) throw planNotOffered()
  const { tax_rate: rate, tax_mode: mode } = cmd.services.settings.invoices
  const price = priceOf(plan, wanted.specs, wanted.quantity, { rate, inclusive: mode === 'inclusive' })
  if (price.unknown.length > 0)
    throw validationFailed({
      problems: price.unknown.map((key) => ({
        path: `specs.${key}`,
        message: { en: 'Not an option of this product', zh: '该商品没有此选项' },
      })),
    })
  return { plan, price }
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
