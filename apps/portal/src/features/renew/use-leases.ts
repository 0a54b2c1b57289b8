import { answer, api } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { useQuery } from '@tanstack/react-query'
import { useShop, type ShopProduct } from '../shop/use-shop.ts'

export type Lease = components['schemas']['Lease']

/** Somebody's leases of what the shop sells, with the product of each. */
export function useLeases() {
  const leases = useQuery({ queryKey: ['leases'], queryFn: () => answer(api.GET('/api/leases')) })
  const shop = useShop()
  const products = (shop.data ?? []).flatMap(({ groups }) => groups.flatMap((group) => group.products))
  const held = leases.data?.items.flatMap((lease) => {
    const product = products.find(({ id, orderable }) => id === lease.product_id && orderable)
    return product && isOpen(lease) ? [{ lease, product }] : []
  })
  return {
    held: shop.data && held,
    error: leases.error ?? shop.error,
    refetch: () => Promise.all([leases.refetch(), shop.refetch()]),
  }
}

const isOpen = ({ state }: Lease) => state === 'active' || state === 'ended'

/** The plans that go on with what a lease holds now, and those that take its place. */
export function plansFor({ level }: Lease, { plans }: ShopProduct) {
  const goesOn = (plan: ShopProduct['plans'][number]) =>
    level === 0 || plan.level === null || plan.level === level
  return { renewing: plans.filter(goesOn), changing: plans.filter((plan) => !goesOn(plan)) }
}
