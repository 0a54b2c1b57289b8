import { answer, api } from '@lessor/ui'
import type { components, ListItem } from '@lessor/contract'
import { useQuery } from '@tanstack/react-query'

type Schemas = components['schemas']
export type Product = Schemas['ListedProduct']
export type Plan = ListItem<'/api/admin/plans'>
export type Group = ListItem<'/api/admin/product-groups'>
export type Category = Schemas['Category']
export type Kind = Product['kind']

export const kinds = ['vip', 'codes', 'relay', 'server'] as const satisfies readonly Kind[]
/** The VIP product is there from the beginning. */
export const newKinds = ['codes', 'relay', 'server'] as const satisfies readonly Kind[]
export const refundPolicies = [
  'none',
  'wallet',
  'gateway',
] as const satisfies readonly Product['refund_policy'][]

const limit = 200

export const useProduct = (id: string) =>
  useQuery<Product>({
    queryKey: ['product', id],
    queryFn: () => answer(api.GET('/api/admin/products/{id}', { params: { path: { id } } })),
  })

export const useGroups = () =>
  useQuery<readonly Group[]>({
    queryKey: ['product-groups'],
    queryFn: async () =>
      (await answer(api.GET('/api/admin/product-groups', { params: { query: { limit, sort: 'name' } } })))
        .items,
  })

export const useCategories = () =>
  useQuery<readonly Category[]>({
    queryKey: ['categories'],
    queryFn: async () =>
      (await answer(api.GET('/api/admin/categories', { params: { query: { limit, sort: 'name' } } }))).items,
  })

/** Where servers can come from. */
export const useProviders = (isAsked: boolean) =>
  useQuery({
    queryKey: ['providers'],
    enabled: isAsked,
    queryFn: async () =>
      (await answer(api.GET('/api/admin/interfaces', { params: { query: { limit } } }))).items.filter(
        ({ kind }) => kind === 'provider' || kind === 'upstream',
      ),
  })
