import { viewOf } from '../../leasing/leases/index.ts'
import { presentLease } from '../levels/index.ts'
import type { Command } from '../../../platform/command.ts'
import type { Pace } from './heartbeat.ts'
import type { CachedSession } from './cached-session.ts'
import { accessToken, signedAnswer } from './tokens.ts'

export const audienceOf = ({ services }: Command) => services.settings.verification.audience

/** What login and heartbeat both tell a client: its level, when to come again, and all of it signed. */
export function answerTo(cmd: Command, cached: CachedSession, pace: Pace, nonce: string | undefined) {
  return {
    heartbeat_interval: pace.intervalS,
    ...presentLease(viewOf(cached.timeline, cmd.now)),
    signed: signedFor(cmd, cached, pace.validS, nonce),
  }
}

/**
 * Signing costs more than the rest of a heartbeat: without a nonce an answer serves again while three quarters of its
 * validity are left, or until its level ends if that is sooner.
 */
function signedFor(cmd: Command, cached: CachedSession, validS: number, nonce: string | undefined): string {
  const claims = { now: cmd.now, validS, audience: audienceOf(cmd) }
  if (nonce !== undefined) return signedAnswer(cmd.services.secrets, cached, { ...claims, nonce })
  const nowMs = cmd.now.getTime()
  const { signed } = cached
  // Not one of a clock that was ahead, either.
  const isFresh = signed && signed.freshUntilMs >= nowMs && signed.freshUntilMs <= nowMs + validS * 250
  if (isFresh && signed.levelUntilMs > nowMs) return signed.text
  const text = signedAnswer(cmd.services.secrets, cached, claims)
  const levelUntilMs = viewOf(cached.timeline, cmd.now).timeline[0]?.endsAt.getTime() ?? Infinity
  cached.signed = { text, levelUntilMs, freshUntilMs: nowMs + validS * 250 }
  return text
}

/** A fresh access token when the session's is half used up, so that a client that stays never runs out. */
export function renewedToken(cmd: Command, cached: CachedSession): string | undefined {
  const { expiry_hours: hours } = cmd.services.settings.jwt
  const issuedAt = cached.tokenAt ?? cached.session.createdAt
  if (cmd.now.getTime() - issuedAt.getTime() < hours * 1_800_000) return undefined
  cached.tokenAt = cmd.now
  return accessToken(cmd.services.secrets, cached.session.id, cached.session.accountId, cmd.now, hours)
}
