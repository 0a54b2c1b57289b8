import { answer, api } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { useQuery } from '@tanstack/react-query'

export type Settings = components['schemas']['Settings']

export const useSettings = () =>
  useQuery<Settings>({ queryKey: ['settings'], queryFn: () => answer(api.GET('/api/admin/settings')) })
