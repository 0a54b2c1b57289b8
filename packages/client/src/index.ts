export { createClient, type Client, type ClientOptions, type Offline, type Registration } from './client.ts'
export { systemClock, type Clock } from './clock.ts'
export { LessorError, type Doubt, type Language, type Problem } from './errors.ts'
export type { EndReason } from './life.ts'
export type { Profile, Span } from './profile.ts'
export type { Redeemed } from './redeem.ts'
export type { Session, SessionEvents } from './session.ts'
export {
  verifySigned,
  type Claims,
  type Expected,
  type KeySet,
  type PublicKey,
  type Verdict,
} from './signed.ts'
export type { Standing } from './standing.ts'
