import type { Services } from '../../../platform/command.ts'
import { openHs256, signEd25519, signHs256 } from '../../../platform/jws.ts'
import { unauthenticated } from '../../../platform/refusals.ts'
import type { Secrets } from '../../../platform/secrets.ts'
import { viewOf } from '../../leasing/leases/index.ts'
import { sessionExpired } from '../../people/sessions/index.ts'
import type { CachedSession } from './cached-session.ts'

const issuer = 'lessor'
const customers = 'customer'

const secondsOf = (date: Date): number => Math.floor(date.getTime() / 1000)

/** The access token of a session: it names the session, which is looked up at every use. */
export function accessToken(
  { tokenKeys }: Secrets,
  sessionId: string,
  accountId: string,
  now: Date,
  hours: number,
): string {
  const [newest] = tokenKeys
  if (!newest) throw new Error('No key for access tokens')
  const iat = secondsOf(now)
  const exp = iat + hours * 3600
  return signHs256(newest, { sid: sessionId, iss: issuer, aud: customers, sub: accountId, iat, exp })
}

type Keys = Pick<Services, 'secrets' | 'settings'>

/**
 * The session that an access token names; refuses a forged, foreign or outdated one. A key that signs no more counts for
 * tokens from before it was replaced, for their life at most: somebody who stole it can't make one that lasts.
 */
export function sessionOfToken({ secrets, settings }: Keys, token: string, now: Date): string {
  const opened = openHs256(secrets.tokenKeys, token)
  const { sid, iss, aud, iat, exp } = opened?.claims ?? {}
  if (iss !== issuer || aud !== customers || typeof exp !== 'number' || typeof sid !== 'string')
    throw unauthenticated()
  if (exp <= secondsOf(now)) throw sessionExpired()
  const replacedAt = opened?.key.replacedAt
  if (!replacedAt) return sid
  if (typeof iat !== 'number' || iat > secondsOf(replacedAt) || exp - iat > settings.jwt.expiry_hours * 3600)
    throw unauthenticated()
  return sid
}

export interface SignedClaims {
  readonly nonce?: string | undefined
  readonly now: Date
  /** Seconds that the answer is good for, as long as the level lasts. */
  readonly validS: number
  /** This installation, so that an answer of another one means nothing here. */
  readonly audience: string
}

/** What the server says of a session, signed so that the client can check it offline and a faked server can't say it. */
export function signedAnswer(
  { signingKeys }: Secrets,
  cached: CachedSession,
  { nonce, now, validS, audience }: SignedClaims,
): string {
  const [newest] = signingKeys
  if (!newest) throw new Error('No key for signed answers')
  const { session } = cached
  const lease = viewOf(cached.timeline, now)
  const levelEndsAt = lease.timeline[0]?.endsAt
  const lexp = levelEndsAt ? secondsOf(levelEndsAt) : null
  const iat = secondsOf(now)
  return signEd25519(
    { kid: newest.kid, key: newest.privateKey },
    {
      sid: session.id,
      hw: session.hardwareCode,
      lvl: lease.level,
      vexp: lease.expiresAt && secondsOf(lease.expiresAt),
      lexp,
      ...(nonce && { nonce }),
      iss: issuer,
      aud: audience,
      sub: session.accountId,
      iat,
      exp: Math.min(iat + validS, lexp ?? Infinity),
    },
  )
}
