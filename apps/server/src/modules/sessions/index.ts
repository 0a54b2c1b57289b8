export { endAllOf } from './end-sessions.ts'
export { endReasons, type EndReason } from './errors.ts'
export { sessionJobs } from './jobs.ts'
export { openSessions, type Sessions } from './open-sessions.ts'
