import { useSearchParams } from 'react-router'
import type { ShopPlan, ShopProduct } from '../shop/use-shop.ts'
import type { Wanted } from './use-orders.ts'

export interface Offer {
  readonly product: ShopProduct
  readonly plan: ShopPlan
}

const optionPrefix = 'option.'

/** What is to be bought, as the address has it: a page that is loaded again still means the same order. */
export function useWanted({ product, plan }: Offer) {
  const [search, setSearch] = useSearchParams()
  const quantity = quantityIn(search.get('quantity') ?? '1') ?? 1
  const specs = Object.fromEntries(
    product.options.map(({ key, choices }) => {
      const named = search.get(optionPrefix + key)
      return [key, choices.find((one) => one.key === named)?.key ?? choices[0]?.key ?? '']
    }),
  )
  const change = (name: 'quantity' | 'coupon' | { readonly option: string }, value: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        const key = typeof name === 'string' ? name : optionPrefix + name.option
        if (value === '') after.delete(key)
        else after.set(key, value)
        return after
      },
      { replace: true },
    )
  const lease = search.get('lease')
  const coupon = search.get('coupon')
  const wanted: Wanted = {
    ...{ plan_id: plan.id, quantity, specs },
    ...(lease && { lease_id: lease }),
    ...(coupon && { coupon }),
  }
  return [wanted, change] as const
}

/** A number that can be ordered; undefined for any other text. */
export const quantityIn = (text: string): number | undefined =>
  /^([1-9]\d?|100)$/.test(text) ? Number(text) : undefined
