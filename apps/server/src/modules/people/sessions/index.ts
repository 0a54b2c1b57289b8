import type { Module } from '../../../platform/module.ts'
import { sessionJobs } from './jobs.ts'
import { sessionRoutes } from './rest.ts'

export { changeAccount } from './change-account.ts'
export { changeMe } from './change-me.ts'
export { endedTopic, type Ended } from './end-sessions.ts'
export {
  accountDisabled,
  emailUnverified,
  endReasons,
  sessionEnded,
  sessionExpired,
  sessionReplaced,
  type EndReason,
} from './errors.ts'
export { browserIdleMs } from './model.ts'
export { saveActivity, sessionByHash, sessionById, type Session } from './queries.ts'
export { signIn } from './sign-in.ts'
export { signOut } from './sign-out.ts'

export const sessions = { routes: sessionRoutes, jobs: sessionJobs } satisfies Module
