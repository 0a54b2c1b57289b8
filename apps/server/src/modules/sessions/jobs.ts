import { task, type Task } from '../../platform/jobs.ts'
import { sweepSessions } from './sweep-sessions.ts'

export const sessionJobs = (everyS: () => number): readonly Task[] => [
  task('sessions.sweep', everyS, sweepSessions),
]
