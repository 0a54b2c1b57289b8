export { changeAccount } from './change-account.ts'
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
export { sessionJobs } from './jobs.ts'
export { browserIdleMs } from './model.ts'
export { saveActivity, sessionByHash, sessionById, type Session } from './queries.ts'
export { sessionRoutes } from './rest.ts'
export { signIn } from './sign-in.ts'
export { signOut } from './sign-out.ts'
