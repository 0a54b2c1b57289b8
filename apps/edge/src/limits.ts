import { networkOf, waitText } from '@lessor/kit'
import type { Env } from './platform.ts'
import { rateLimited } from './refusals.ts'

/** The native limiter counts by 10 or 60 seconds only; it says no more than that it was too often. IPv6 counts by /64. */
export async function count(env: Env, name: 'STATUS_LIMIT' | 'WRITE_LIMIT', key: string): Promise<void> {
  if (env.LIMITS === 'off') return
  const { success } = await env[name].limit({ key: networkOf(key) })
  if (!success) throw rateLimited({ params: { wait: waitText(60) }, retryAfterS: 60 })
}
