import type { Command } from '../../../platform/command.ts'
import { unauthenticated } from '../../../platform/refusals.ts'
import { tokenKey } from '../../../platform/secrets.ts'
import { endReasons, sessionExpired, type EndReason } from '../../people/sessions/index.ts'
import type { Activity } from './activity.ts'
import { intervalFor, validityFor } from './model.ts'
import type { CachedSession } from './cached-session.ts'
import type { Registry } from './registry.ts'

export interface Memory {
  readonly registry: Registry
  readonly activity: Activity
  /** How much longer than usual clients should wait: 1 when the server has time, up to 4. */
  readonly pressure: () => number
}

export interface Pace {
  readonly intervalS: number
  readonly validS: number
}

export interface Beat {
  readonly sessionToken: string
  readonly status: unknown
}

/** Refuses a session that has ended, with the reason that its client should hear. */
export function demandAlive(cached: CachedSession | undefined): CachedSession {
  if (!cached) throw unauthenticated()
  const { endedAt, endReason } = cached.session
  if (endedAt) throw (endReasons[endReason as EndReason] ?? sessionExpired)()
  return cached
}

/** Seconds until the next heartbeat, as the server would like it now, and those that a signed answer is good for. */
export function paceOf(
  { services }: Command,
  { heartbeatIntervalS: ownS }: Pick<CachedSession['session'], 'heartbeatIntervalS'>,
  { pressure }: Pick<Memory, 'pressure'>,
): Pace {
  const { heartbeat_interval_secs: installationS } = services.settings.verification
  const now = pressure()
  return {
    intervalS: intervalFor(ownS, installationS, now),
    validS: validityFor(ownS, installationS, now),
  }
}

/** Notes that a device is there; answers what is known of it and when to come again. Costs no write of its own. */
export async function heartbeat(cmd: Command, memory: Memory, beat: Beat) {
  const { registry, activity } = memory
  const cached = demandAlive(await registry.byToken(tokenKey(beat.sessionToken)))
  if (cached.session.kind !== 'device') throw unauthenticated()
  await cmd.services.limits.count('heartbeat', cached.session.id)
  const pace = paceOf(cmd, cached.session, memory)
  activity.note(cached.session.id, {
    at: cmd.now,
    due: new Date(cmd.now.getTime() + pace.intervalS * 1000),
    status: beat.status === undefined ? null : JSON.stringify(beat.status),
  })
  return { cached, pace }
}
