import { answer, api } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { useQuery } from '@tanstack/react-query'

type Schemas = components['schemas']
export type ShopCategory = Schemas['ShopCategory']
export type ShopProduct = Schemas['ShopProduct']
export type ShopPlan = Schemas['ShopPlan']

const freshMs = 60_000

/** What can be bought now. */
export const useShop = () =>
  useQuery<readonly ShopCategory[]>({
    queryKey: ['shop'],
    staleTime: freshMs,
    queryFn: async () => (await answer(api.GET('/api/shop'))).categories,
  })

/** Whether there is something to buy: else nothing leads to the shop. */
export const useHasShop = (): boolean => (useShop().data?.length ?? 0) > 0
