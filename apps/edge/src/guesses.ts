import { DAY_MS, guessDelayMs, MINUTE_MS, nameKey, networkOf, newId, waitText } from '@lessor/kit'
import { tokenHash } from '@lessor/status'
import type { Origin } from './changes.ts'
import type { Env } from './platform.ts'
import { rateLimited } from './refusals.ts'

const allowed = { failures: 10, windowMs: 10 * MINUTE_MS }

/** Whether a source has tries left; ?1 source, ?2 now, ?3 how many. */
const hasRoom = `(select coalesce(sum(failed), 0) from guess where source = ?1 and ends_at > ?2) < ?3`

const logTry = `
  insert into log (id, action, ip, operator, created_at, user_agent, request_id)
  select ?4, 'sign_in', ?5, ?6, ?2, ?7, ?8 where ${hasRoom}`

// Before the password is looked at, so that tries at once count each other; a right one takes it back.
const beginTry = `
  insert into guess (source, name, failed, ends_at) select ?1, ?4, 1, ?5 where ${hasRoom}
  on conflict (source, name) do update set
    failed = iif(guess.ends_at > ?2, guess.failed + 1, 1),
    ends_at = iif(guess.ends_at > ?2, guess.ends_at, excluded.ends_at)
  returning failed`

const failedBefore = `select coalesce(sum(failed), 0) - 1 as failed from guess where name = ?1 and ends_at > ?2`

const takeBack = `update guess set failed = max(failed - 1, 0) where source = ?1 and name = ?2`

export interface SignInTry {
  readonly username: string
  /** The browser, if this name has signed in there: it has tries of its own, and isn't slowed down. */
  readonly knownDevice: string | undefined
}

/**
 * Runs a try to sign in, with the server edition's limits: the eleventh failure of an address in ten minutes is refused,
 * by name tries only slow down. Every try that isn't refused is in the log.
 */
export async function attemptSignIn<T>(
  env: Env,
  origin: Origin,
  { username, knownDevice }: SignInTry,
  work: () => Promise<T>,
): Promise<T> {
  const source = knownDevice === undefined ? networkOf(origin.ip) : `known ${knownDevice}`
  const name = await tokenHash(nameKey(username))
  const failures = await begin(env, origin, { source, name, username })
  if (knownDevice === undefined && env.LIMITS !== 'off') await sleep(guessDelayMs(failures))
  const done = await work()
  await env.DB.prepare(takeBack).bind(source, name).run()
  return done
}

async function begin(
  { DB, LIMITS }: Env,
  { ip, userAgent, requestId }: Origin,
  { source, name, username }: Readonly<Record<'source' | 'name' | 'username', string>>,
): Promise<number> {
  const now = Date.now()
  const { windowMs } = allowed
  const failures = LIMITS === 'off' ? Number.MAX_SAFE_INTEGER : allowed.failures
  const [, begun, before] = await DB.batch<{ failed: number }>([
    DB.prepare(logTry).bind(source, now, failures, newId(), ip, username, userAgent, requestId),
    DB.prepare(beginTry).bind(source, now, failures, name, now + windowMs),
    DB.prepare(failedBefore).bind(name, now),
    DB.prepare('delete from guess where ends_at <= ?1').bind(now),
    DB.prepare("delete from log where action = 'sign_in' and created_at < ?1").bind(now - 30 * DAY_MS),
  ])
  if (begun?.results.length) return before?.results[0]?.failed ?? 0
  throw rateLimited({ params: { wait: waitText(windowMs / 1000) }, retryAfterS: windowMs / 1000 })
}

const sleep = (ms: number) => (ms === 0 ? undefined : new Promise((resolve) => setTimeout(resolve, ms)))
