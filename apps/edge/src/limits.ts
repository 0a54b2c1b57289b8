import { DAY_MS, MINUTE_MS, newId, waitText } from '@lessor/kit'
import type { Origin } from './changes.ts'
import type { Env } from './platform.ts'
import { rateLimited } from './refusals.ts'

/** The native limiter counts by 10 or 60 seconds only; it says no more than that it was too often. */
export async function count(env: Env, name: 'STATUS_LIMIT' | 'WRITE_LIMIT', key: string): Promise<void> {
  if (env.LIMITS === 'off') return
  const { success } = await env[name].limit({ key })
  if (!success) throw rateLimited({ params: { wait: waitText(60) }, retryAfterS: 60 })
}

const signIns = { tries: 10, windowMs: 10 * MINUTE_MS }

const logTry = `
  insert into log (id, action, ip, operator, created_at, user_agent, request_id)
  select ?1, 'sign_in', ?2, ?3, ?4, ?7, ?8
  where (select count(*) from log where action = 'sign_in' and ip = ?2 and created_at > ?5) < ?6
  returning id`

/** Logs a try to sign in and refuses the eleventh of an address in ten minutes: longer than the native limiter counts. */
export async function countSignIn(env: Env, origin: Origin, username: string, now: Date): Promise<void> {
  const { ip, userAgent, requestId } = origin
  const at = now.getTime()
  const tries = env.LIMITS === 'off' ? Number.MAX_SAFE_INTEGER : signIns.tries
  const [logged] = await env.DB.batch<{ id: string }>([
    env.DB.prepare(logTry).bind(
      newId(),
      ip,
      username,
      at,
      at - signIns.windowMs,
      tries,
      userAgent,
      requestId,
    ),
    env.DB.prepare("delete from log where action = 'sign_in' and created_at < ?1").bind(at - 30 * DAY_MS),
  ])
  if (logged?.results.length) return
  throw rateLimited({ params: { wait: waitText(600) }, retryAfterS: 600 })
}
