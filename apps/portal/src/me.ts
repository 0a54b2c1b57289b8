import { answer, api } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { useQuery } from '@tanstack/react-query'
import { createContext, use } from 'react'

export type Me = components['schemas']['Me']

export const useMeQuery = () =>
  useQuery<Me>({ queryKey: ['me'], queryFn: () => answer(api.GET('/api/users/me')) })

export const MeContext = createContext<Me | undefined>(undefined)

/** Who is signed in; only behind the sign-in page. */
export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('nobody is signed in here')
  return me
}
