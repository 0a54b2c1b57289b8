import { answer, api } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { useQuery } from '@tanstack/react-query'

export type Health = components['schemas']['Health']

export const useHealth = () =>
  useQuery<Health>({
    queryKey: ['health'],
    queryFn: () => answer(api.GET('/api/admin/health')),
    refetchInterval: 5_000,
  })
