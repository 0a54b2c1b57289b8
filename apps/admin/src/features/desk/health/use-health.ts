import { answer, api } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { useQuery } from '@tanstack/react-query'

export type Health = components['schemas']['Health']

/** The page asks often, the badge in the menu once a minute. */
export const useHealth = (everyMs = 5_000) =>
  useQuery<Health>({
    queryKey: ['health'],
    queryFn: () => answer(api.GET('/api/admin/health')),
    refetchInterval: everyMs,
  })
