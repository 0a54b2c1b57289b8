import { answer, api, ApiFailure, queries } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { useQuery } from '@tanstack/react-query'
import { createContext, use } from 'react'

export type Me = components['schemas']['Me']

// Times follow the server's clock: a page that stays open fetches them again.
const freshMs = 300_000

/** Who is signed in; null when signed out, which stays while it is fetched again. */
export const useMeQuery = () =>
  useQuery<Me | null>({ queryKey: ['me'], queryFn: askMe, refetchInterval: freshMs })

/** After the end of a session the page stays, and asks to sign in on top: who was signed in isn't nobody. */
const askMe = () => answer(api.GET('/api/users/me')).catch(nobody)

function nobody(error: unknown): null {
  const wasSignedIn = Boolean(queries.getQueryData(['me']))
  if (error instanceof ApiFailure && error.status === 401 && !wasSignedIn) return null
  throw error
}

export const MeContext = createContext<Me | undefined>(undefined)

/** Who is signed in; only behind the sign-in page. */
export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('nobody is signed in here')
  return me
}
