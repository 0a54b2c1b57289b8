import { QueryClient } from '@tanstack/react-query'
import { ApiFailure } from './api.ts'

/** What may pass by itself, without anybody doing another thing; a refusal stays a refusal. */
export const mayPass = (error: unknown) =>
  error instanceof ApiFailure && (error.status === 0 || error.status >= 500)

/** What an app has read of the server; only what may pass by itself is asked again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (count, error) => count < 2 && mayPass(error), staleTime: 10_000 },
    mutations: { retry: false },
  },
})
