import { observe } from '../../core/alerts/index.ts'
import { task, type Job } from '../../../platform/jobs.ts'
import type { JobsOf } from '../../../platform/module.ts'
import { healthNow } from './health.ts'
import { problemMetrics, type WatchedProblem } from './metrics.ts'

/** Measures every minute what Health shows, so that staff hear of it without looking. */
export const monitorJobs = ({ all }: JobsOf): readonly Job[] => [
  task('monitor.watch', 60, async (cmd) => {
    const { problems } = await healthNow(cmd, { jobs: all(), unknownProxies: () => [] })
    await observe(
      cmd,
      Object.entries(problemMetrics).map(([code, metric]) => {
        const { count = 0, names = [] } = problems.find((one) => one.code === (code as WatchedProblem)) ?? {}
        const list = names.slice(0, 20).join(', ')
        return [metric, [{ value: count, ...(list && { about: { en: `${list}.`, zh: `${list}。` } }) }]]
      }),
    )
  }),
]
