import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiFailure } from './api.ts'
import { noteFailure } from './session.ts'

/** What may pass by itself, without anybody doing another thing; a refusal stays a refusal. */
export const mayPass = (error: unknown) =>
  error instanceof ApiFailure && (error.status === 0 || error.status >= 500)

/**
 * What an app has read of the server; only transient failures are retried. Without a network a request fails at
 * once: one that waited for it would be sent unexpectedly late.
 */
export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noteFailure }),
  mutationCache: new MutationCache({ onError: noteFailure }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: (count, error) => count < 2 && mayPass(error),
      staleTime: 10_000,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
