/** What can be wrong; what to do about it is said where it is shown. */
export const problemCodes = [
  'clock_jumped', 'clocks_differ', 'instance_silent', 'versions_differ', 'connections_short',
  'task_late', 'jobs_failed', 'jobs_waiting', 'mail_no_server', 'mails_failing', 'proxy_not_trusted',
] as const // prettier-ignore
export type ProblemCode = (typeof problemCodes)[number]

export interface Problem {
  readonly code: ProblemCode
  /** How many; of what is late, which. */
  readonly count: number
  readonly names: readonly string[]
}

export interface Facts {
  readonly now: Date
  readonly instances: readonly {
    readonly version: string
    readonly startedAt: Date
    readonly silentS: number
  }[]
  readonly connections: { readonly used: number; readonly max: number }
  readonly jobs: readonly {
    readonly name: string
    /** Null for what events ask for. */
    readonly everyS: number | null
    readonly waiting: number
    readonly failed: number
    readonly lastDoneAt: Date | null
  }[]
  /** Addresses that forward requests of others without being trusted. */
  readonly unknownProxies: readonly string[]
  /** Why the clock can't be believed now, if it can't. */
  readonly clock: 'clock_jumped' | 'clocks_differ' | undefined
  readonly mails: { readonly waiting: number; readonly failing: number; readonly hasServer: boolean }
}

// Processes renew their row every second, or more often.
const silentS = 5
/** Some slots missed and a minute: more than a restart, or the death of the process that had the run. */
const lateS = (everyS: number) => 3 * everyS + 60
const manyWaiting = 1_000
const fullFrom = 0.8

/** What is wrong, the worst first. */
export function problemsOf(facts: Facts): Problem[] {
  const { now, instances, connections, jobs, mails, clock, unknownProxies } = facts
  const silent = instances.filter((one) => one.silentS > silentS).length
  const versions = [...new Set(instances.map(({ version }) => version))]
  const since = Math.min(...instances.map(({ startedAt }) => startedAt.getTime()))
  const isLate = ({ everyS, lastDoneAt }: Facts['jobs'][number]) =>
    everyS !== null && now.getTime() - Math.max(lastDoneAt?.getTime() ?? 0, since) > lateS(everyS) * 1000
  const failed = jobs.filter((job) => job.failed > 0)
  const crowded = jobs.filter((job) => job.waiting >= manyWaiting)
  const short = connections.used >= connections.max * fullFrom
  const problems: Problem[] = [
    ...(clock ? [{ code: clock, count: 1, names: [] }] : []),
    { code: 'connections_short', count: short ? connections.used : 0, names: [] },
    { code: 'proxy_not_trusted', count: unknownProxies.length, names: unknownProxies },
    { code: 'task_late', ...named(jobs.filter(isLate)) },
    { code: 'instance_silent', count: silent, names: [] },
    { code: 'jobs_failed', ...named(failed), count: failed.reduce((sum, job) => sum + job.failed, 0) },
    { code: 'jobs_waiting', ...named(crowded) },
    { code: 'mails_failing', count: mails.failing, names: [] },
    { code: 'mail_no_server', count: mails.hasServer ? 0 : mails.waiting, names: [] },
    { code: 'versions_differ', count: versions.length > 1 ? versions.length : 0, names: versions },
  ]
  return problems.filter(({ count }) => count > 0)
}

const named = (jobs: Facts['jobs']) => ({ count: jobs.length, names: jobs.map(({ name }) => name) })
