import { errors, jwtVerify, SignJWT } from 'jose'
import { unauthenticated } from '../../platform/refusals.ts'
import type { Secrets } from '../../platform/secrets.ts'
import { viewOf } from '../leases/index.ts'
import { sessionExpired } from './errors.ts'
import type { Known } from './online/known.ts'

const issuer = 'lessor'
const customers = 'customer'

/** The access token of a session: it names the session, which is asked for at every use. */
export async function accessToken(
  secrets: Secrets,
  sessionId: string,
  accountId: string,
  now: Date,
  hours: number,
) {
  const [newest] = secrets.tokenKeys
  if (!newest) throw new Error('No key for access tokens')
  const iat = Math.floor(now.getTime() / 1000)
  return new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: 'HS256', kid: newest.kid })
    .setIssuer(issuer)
    .setAudience(customers)
    .setSubject(accountId)
    .setIssuedAt(iat)
    .setExpirationTime(iat + hours * 3600)
    .sign(newest.key)
}

/** The session that an access token names; refuses a forged, foreign or outdated one. */
export async function sessionOfToken(secrets: Secrets, token: string, now: Date): Promise<string> {
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = secrets.tokenKeys.find((one) => one.kid === kid)
        if (!key) throw unauthenticated()
        return key.key
      },
      {
        algorithms: ['HS256'],
        issuer,
        audience: customers,
        currentDate: now,
        requiredClaims: ['sub', 'sid', 'exp'],
      },
    )
    return String(payload['sid'])
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw sessionExpired()
    throw unauthenticated()
  }
}

export interface SignedClaims {
  readonly nonce?: string | undefined
  readonly now: Date
  /** Seconds; the answer is good for two of them. */
  readonly intervalS: number
  /** This installation, so that an answer of another one means nothing here. */
  readonly audience: string
}

/** What the server says of a session, signed so that the client can check it offline and a faked server can't say it. */
export async function signedAnswer(
  secrets: Secrets,
  known: Known,
  { nonce, now, intervalS, audience }: SignedClaims,
): Promise<string> {
  const [newest] = secrets.signingKeys
  if (!newest) throw new Error('No key for signed answers')
  const { session } = known
  const lease = viewOf(known.timeline, now)
  const iat = Math.floor(now.getTime() / 1000)
  const vexp = lease.expiresAt ? Math.floor(lease.expiresAt.getTime() / 1000) : null
  return new SignJWT({
    sid: session.id,
    hw: session.hardwareCode,
    lvl: lease.level,
    vexp,
    ...(nonce && { nonce }),
  })
    .setProtectedHeader({ alg: 'EdDSA', kid: newest.kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(session.accountId)
    .setIssuedAt(iat)
    .setExpirationTime(iat + 2 * intervalS)
    .sign(newest.privateKey)
}
