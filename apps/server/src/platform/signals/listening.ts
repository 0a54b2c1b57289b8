import { hostname } from 'node:os'
import type pg from 'pg'
import type { Db } from '../db.ts'
import type { Logger } from '../log.ts'
import { standalone } from '../statement.ts'
import type { Steadiness } from '../steadiness.ts'
import { connected, type Connection } from './connection.ts'
import { now, openTrust } from './trust.ts'

/** The one connection over which this process hears the others and renews its sign of life. */
export interface Listening {
  /** Whether everything that was announced up to now has surely been heard, or its sender still waits. */
  fresh(): boolean
  /** For control traffic, which must not wait for a place in the pool; absent while the connection is broken. */
  readonly control: Db | undefined
  start(): Promise<void>
  stop(): Promise<void>
}

/**
 * How often a process renews its row, and how long it trusts its memory after that. Beside others both are short: they
 * wait for as long when it is killed or frozen. Alone, a slow database must not cost it its memory.
 */
const paces = { alone: { beatMs: 1_000, trustMs: 3_000 }, beside: { beatMs: 250, trustMs: 750 } } as const
type Pace = (typeof paces)[keyof typeof paces]

// A process that the sweep of sessions waits for was seen in the last day (sessions/sweep-sessions.ts).
const beatStatement = standalone<
  { id: string; host: string; pid: number; version: string; trustMs: number; takingMs: number },
  { others: number; at: Date }
>(
  'platform.beat',
  `with gone as (
     delete from platform_instance where last_seen_at < clock_timestamp() - interval '1 day' and id <> $id
   ), own as (
     insert into platform_instance (id, host, pid, version, started_at, last_seen_at, trust_ms, taking_since)
     values ($id, $host, $pid, $version, clock_timestamp(), clock_timestamp(), $trustMs,
       clock_timestamp() - make_interval(secs => $takingMs::float8 / 1000))
     on conflict (id) do update
     set last_seen_at = excluded.last_seen_at, trust_ms = excluded.trust_ms, taking_since = excluded.taking_since
   )
   select count(*)::int as others, clock_timestamp() as at from platform_instance
   where id <> $id and last_seen_at > clock_timestamp() - interval '1 minute'`,
)
const endStatement = standalone<{ id: string }>(
  'platform.end',
  'delete from platform_instance where id = $id',
)

export interface ListeningOptions {
  readonly url: string
  readonly instanceId: string
  readonly version: string
  readonly log: Logger
  readonly steadiness: Steadiness
  readonly hear: (payload: string) => void
  /** Called when it listens (again), before anything is trusted: what was said in between was not heard. */
  readonly missed: () => void
}

export function openListening(options: ListeningOptions): Listening {
  const { instanceId: id } = options
  const life = openLife(options)
  let connection: Connection | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const lose = (which: pg.Client, err?: Error) => {
    if (connection?.client !== which) return
    connection = undefined
    life.lost(err)
    which.end().catch(() => undefined) // it is broken already
  }
  const beat = async (on: Connection) => {
    const trust = await life.renew(on.db)
    if (connection === on) trust()
  }
  const connect = async () => {
    const next = await connected(options, lose)
    if (stopped) return next.client.end()
    options.missed()
    connection = next
    await beat(next)
  }
  const tick = async () => {
    const on = connection
    if (on) await beat(on).catch((err: Error) => lose(on.client, err))
    else await connect().catch((err: Error) => life.away(err))
    next()
  }
  const next = () => void (stopped || (timer = setTimeout(() => void tick(), life.everyMs)))

  return {
    fresh: life.fresh,
    get control() {
      return connection?.db
    },
    start: async () => {
      await connect()
      next()
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      const last = connection
      connection = undefined
      if (last) await leave(last, id)
    },
  }
}

/** Without its row other processes don't wait for this one; a row left behind is deleted within a day. */
async function leave({ client, db }: Connection, id: string): Promise<void> {
  await endStatement.run(db, { id }).catch(() => undefined) // the database may be gone already
  await client.end()
}

/** This process's row, and how long its memory may be believed by it. */
function openLife({ instanceId: id, version, steadiness, log }: ListeningOptions) {
  const trust = openTrust()
  let pace: Pace = paces.alone
  return {
    fresh: trust.holds,
    lost: (err?: Error) => {
      trust.end()
      steadiness.interrupted()
      log.warn({ err }, 'the signal connection broke; reading from the database until it is back')
    },
    away: (err: Error) => {
      steadiness.interrupted()
      log.debug({ err }, 'the signal connection is not back yet')
    },
    get everyMs() {
      return pace.beatMs
    },
    /** Renews the row; answers when trust in the cache then starts again. */
    renew: async (on: Db) => {
      trust.shorten(pace.trustMs)
      // Taken before the query: what is announced later than this has not surely been heard.
      const [asked, { trustMs }] = [now(), pace]
      const [host, takingMs] = [hostname(), steadiness.uninterruptedMs()]
      const own = { id, host, pid: process.pid, version, trustMs, takingMs }
      const { others, at } = await beatStatement.one(on, own)
      steadiness.compare(at)
      pace = others > 0 ? paces.beside : paces.alone
      return () => trust.renew(asked, trustMs)
    },
  }
}
