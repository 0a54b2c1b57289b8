import { timedTask, type Task } from '../../platform/jobs.ts'
import { forgetting } from '../../platform/retention.ts'
import { deleteEndedSessions, deleteLogins } from './queries.ts'
import { sweepSessions } from './sweep-sessions.ts'

export const sessionJobs = (everyS: () => number): readonly Task[] => [
  timedTask('sessions.sweep', everyS, sweepSessions),
  forgetting('sessions.forget_ended', deleteEndedSessions, (keep) => keep.sessions_days),
  forgetting('sessions.forget_logins', deleteLogins, (keep) => keep.logins_days),
]
