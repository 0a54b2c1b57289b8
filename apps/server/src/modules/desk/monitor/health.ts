import { mailCounts } from '../../core/notify/index.ts'
import type { Command } from '../../../platform/command.ts'
import { problemsOf } from './model.ts'
import { databaseFigures, failedJobs, livingInstances, queues } from './queries.ts'

/** A job of this program: a task with its interval, or what listens to events. */
export interface KnownJob {
  readonly name: string
  readonly kind: 'task' | 'listener'
  everyS?(): number
}

/** What is known of the process that answers. */
export interface Watched {
  /** Those of this program. */
  readonly jobs: readonly KnownJob[]
  /** Peers that forward requests to this process and aren't trusted. */
  readonly unknownProxies: () => readonly string[]
}

const failedShown = 50
const remoteHostsShown = 100
const dayMs = 86_400_000

/** Everything that says whether the installation works, as it is now. */
export async function healthNow({ services, now }: Command, { jobs: known, unknownProxies }: Watched) {
  const { db, signals, steadiness } = services
  const names = known.map(({ name }) => name)
  const [instances, database, counted, failed, mails] = await Promise.all([
    livingInstances.all(db, {}),
    databaseFigures.one(db, {}),
    queues.all(db, { names }),
    failedJobs.all(db, { names, limit: failedShown }),
    mailCounts.one(db, { since: new Date(now.getTime() - dayMs) }),
  ])
  // The counts are some seconds old; as long as all that failed are here, these say it better.
  const exact = failed.length < failedShown
  const failedOf = (name: string) => failed.filter((job) => job.name === name).length
  const jobs = known.map((job) => ({
    ...none,
    ...counted.find(({ name }) => name === job.name),
    ...(exact && { failed: failedOf(job.name) }),
    name: job.name,
    kind: job.kind,
    everyS: job.everyS?.() ?? null,
  }))
  const hasServer = services.secretSetting('mail.smtp_url') !== ''
  return {
    problems: problemsOf({
      now: database.now,
      instances,
      connections: database,
      jobs,
      mails: { ...mails, hasServer },
      unknownProxies: unknownProxies(),
      clock: steadiness.doubt(),
    }),
    instances: instances.map((one) => ({ ...one, here: one.id === signals.instanceId })),
    database: { ...database, open: db.pool.totalCount, inLine: db.pool.waitingCount },
    jobs,
    failed,
    mails: { ...mails, hasServer },
    remoteHosts: services.breakers.list().slice(0, remoteHostsShown),
  }
}

const none = { waiting: 0, active: 0, failed: 0, lastDoneAt: null }

export type Health = Awaited<ReturnType<typeof healthNow>>
