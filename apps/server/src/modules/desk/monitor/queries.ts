import { query } from '../../../platform/statement.ts'

type Nothing = Record<string, never>

export interface Instance {
  readonly id: string
  readonly host: string
  readonly pid: number
  readonly version: string
  readonly startedAt: Date
  readonly lastSeenAt: Date
  readonly silentS: number
}

export const livingInstances = query<Nothing, Instance>(
  'monitor.living_instances',
  `select id, host, pid, version, started_at, last_seen_at,
     extract(epoch from clock_timestamp() - last_seen_at)::float8 as silent_s
   from platform_instance where last_seen_at > clock_timestamp() - interval '1 minute' order by started_at, id`,
  { reads: ['platform'] },
)

interface DatabaseFigures {
  readonly now: Date
  readonly version: string
  readonly sizeBytes: number
  readonly used: number
  readonly max: number
}

export const databaseFigures = query<Nothing, DatabaseFigures>(
  'monitor.database_figures',
  `select clock_timestamp() as now, current_setting('server_version') as version,
     pg_database_size(current_database()) as size_bytes,
     (select count(*) from pg_stat_activity where backend_type = 'client backend') as used,
     current_setting('max_connections')::int as max`,
)

export interface Queue {
  readonly name: string
  readonly waiting: number
  readonly active: number
  readonly failed: number
  readonly lastDoneAt: Date | null
}

/** Counts as of at most ten seconds ago. Only tasks have slots (singleton_on), by whose index their last runs are found. */
export const queues = query<{ names: readonly string[] }, Queue>(
  'monitor.queues',
  `select queue.name, queue.queued_count as waiting, queue.active_count as active, queue.failed_count as failed,
     (select max(completed_on)
      from (select state, completed_on from pgboss.job
            where name = queue.name and singleton_on is not null and state <> 'cancelled'
            order by singleton_on desc limit 20) recent
      where state = 'completed') as last_done_at
   from pgboss.queue where queue.name = any ($names::text[])`,
)

export interface FailedJob {
  readonly id: string
  readonly name: string
  readonly failedAt: Date
  readonly tries: number
  readonly error: string | null
}

/** Reads the jobs only where the counts say that some failed. */
export const failedJobs = query<{ names: readonly string[]; limit: number }, FailedJob>(
  'monitor.failed_jobs',
  `select id, name, completed_on as failed_at, retry_count + 1 as tries, left(output ->> 'message', 500) as error
   from pgboss.job
   where state = 'failed' and name = any ($names::text[]) and exists (select from pgboss.queue where failed_count > 0)
   order by completed_on desc limit $limit`,
)
