import { monitorMay } from './permissions.ts'
import { z } from '@hono/zod-openapi'
import { id, line } from '../../../platform/http/fields.ts'
import { get, nothing, post, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { healthNow, type Health, type Watched } from './health.ts'
import { problemCodes } from './model.ts'
import { retryJob } from './retry-job.ts'

const shape = z
  .object({
    checked_at: z.string(),
    problems: z.array(
      z.object({ code: z.enum(problemCodes), count: z.number(), names: z.array(z.string()) }),
    ),
    process: z.object({ uptime_secs: z.number(), memory_bytes: z.number() }),
    instances: z.array(
      z.object({
        id: z.string(),
        host: z.string(),
        pid: z.number(),
        version: z.string(),
        started_at: z.string(),
        last_seen_at: z.string(),
        here: z.boolean(),
      }),
    ),
    database: z.object({
      version: z.string(),
      size_bytes: z.number(),
      connections_used: z.number(),
      connections_max: z.number(),
      pool_open: z.number(),
      pool_waiting: z.number(),
    }),
    jobs: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['task', 'listener']),
        every_secs: z.number().nullable(),
        waiting: z.number(),
        active: z.number(),
        failed: z.number(),
        last_done_at: z.string().nullable(),
      }),
    ),
    failed: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        failed_at: z.string(),
        tries: z.number(),
        error: z.string().nullable(),
      }),
    ),
    mails: z.object({
      waiting: z.number(),
      failing: z.number(),
      sent_24h: z.number(),
      given_up_24h: z.number(),
      has_server: z.boolean(),
    }),
    remote_hosts: z
      .array(
        z.object({
          host: z.string(),
          state: z.enum(['closed', 'open', 'half_open']),
          changed_at: z.string(),
        }),
      )
      .openapi({ description: 'What plugins called from this process; `open`: it failed and is left alone' }),
  })
  .openapi('Health')

const presentHost = ({ host, state, changedAt }: Health['remoteHosts'][number]) => ({
  host,
  state,
  changed_at: changedAt.toISOString(),
})

const present = ({
  problems,
  instances,
  database,
  jobs,
  failed,
  mails,
  remoteHosts,
}: Health): z.output<typeof shape> => ({
  checked_at: database.now.toISOString(),
  problems: problems.map(({ code, count, names }) => ({ code, count, names: [...names] })),
  process: { uptime_secs: Math.floor(process.uptime()), memory_bytes: process.memoryUsage.rss() },
  instances: instances.map((one) => ({
    id: one.id,
    host: one.host,
    pid: one.pid,
    version: one.version,
    started_at: one.startedAt.toISOString(),
    last_seen_at: one.lastSeenAt.toISOString(),
    here: one.here,
  })),
  database: {
    version: database.version,
    size_bytes: database.sizeBytes,
    connections_used: database.used,
    connections_max: database.max,
    pool_open: database.open,
    pool_waiting: database.inLine,
  },
  jobs: jobs.map(({ name, kind, everyS, waiting, active, failed: given, lastDoneAt }) => ({
    name,
    kind,
    every_secs: everyS,
    waiting,
    active,
    failed: given,
    last_done_at: lastDoneAt?.toISOString() ?? null,
  })),
  failed: failed.map(({ failedAt, ...job }) => ({ ...job, failed_at: failedAt.toISOString() })),
  mails: {
    waiting: mails.waiting,
    failing: mails.failing,
    sent_24h: mails.sentLately,
    given_up_24h: mails.givenUpLately,
    has_server: mails.hasServer,
  },
  remote_hosts: remoteHosts.map(presentHost),
})

const getHealth = (watched: Watched) =>
  get(
    '/api/admin/health',
    {
      summary: 'Health of the installation: processes, jobs, database, emails, and the problems found',
      who: monitorMay.readHealth,
      data: shape,
    },
    async ({ cmd }) => present(await healthNow(cmd, watched)),
  )

const postRetry = post(
  '/api/admin/jobs/:name/:id/retry',
  {
    summary: 'Retry a failed job',
    who: monitorMay.retryJobs,
    params: z.object({ name: line(100), id }),
    data: nothing,
    refuses: [notFound],
  },
  async ({ cmd, params }) => {
    await retryJob(cmd, params)
    return {}
  },
)

export const monitorRoutes = (watched: Watched): readonly Route[] => [getHealth(watched), postRetry]
