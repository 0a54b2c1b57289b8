import { timedTask, type Task } from '../../../platform/jobs.ts'
import type { JobsOf } from '../../../platform/module.ts'
import { forgetting } from '../../../platform/retention.ts'
import { deleteEndedSessions, deleteLogins } from './queries.ts'
import { sweepSessions } from './sweep-sessions.ts'

export const sessionJobs = ({ settings }: JobsOf): readonly Task[] => [
  timedTask('sessions.sweep', () => settings().verification.cleanup_interval_secs, sweepSessions),
  forgetting('sessions.forget_ended', deleteEndedSessions, (keep) => keep.sessions_days),
  forgetting('sessions.forget_logins', deleteLogins, (keep) => keep.logins_days),
]
