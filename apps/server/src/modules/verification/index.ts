export { openVerification, type Verification } from './open-verification.ts'
export type { Memory } from './heartbeat.ts'
export { verificationRoutes } from './rest.ts'
