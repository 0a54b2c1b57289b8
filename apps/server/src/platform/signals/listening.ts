import { hostname } from 'node:os'
import pg from 'pg'
import type { Logger } from '../log.ts'

/** The one connection over which this process hears the others, and says that it lives. */
export interface Listening {
  /** Whether everything that was announced up to `trustMs` ago has surely been heard. */
  fresh(): boolean
  start(): Promise<void>
  stop(): Promise<void>
}

/** How long a process trusts its memory after it last heard the database, and so how long others wait for it. */
export const trustMs = 3_000
const beatMs = 1_000
export const channel = 'lessor'

const beatText = `
  with gone as (delete from platform_instance where last_seen_at < clock_timestamp() - interval '1 minute' and id <> $1)
  insert into platform_instance (id, host, pid, version, started_at, last_seen_at)
  values ($1, $2, $3, $4, clock_timestamp(), clock_timestamp())
  on conflict (id) do update set last_seen_at = clock_timestamp()`
const endText = 'delete from platform_instance where id = $1'

export interface ListeningOptions {
  readonly url: string
  readonly instanceId: string
  readonly version: string
  readonly log: Logger
  readonly hear: (payload: string) => void
  /** Called when it listens (anew), before anything is trusted: what was said in between was not heard. */
  readonly missed: () => void
}

export function openListening(options: ListeningOptions): Listening {
  const { instanceId, version, log } = options
  let client: pg.Client | undefined
  let heardAt = -Infinity
  let connecting = false
  let timer: NodeJS.Timeout | undefined

  const lose = (which: pg.Client, err?: Error) => {
    if (client !== which) return
    client = undefined
    heardAt = -Infinity
    log.warn({ err }, 'the signal connection broke; asking the database until it is back')
    which.end().catch(() => undefined) // it is broken already: there is nobody to tell
  }
  const beat = async (on: pg.Client) => {
    // Taken before the question: what is announced later than this has not surely been heard.
    const asked = performance.now()
    await on.query(beatText, [instanceId, hostname(), process.pid, version])
    if (client === on) heardAt = asked
  }
  const connect = async () => {
    const next = await connected(options, lose)
    options.missed()
    client = next
    await beat(next)
  }
  const tick = async () => {
    if (client) return beat(client).catch((err: Error) => client && lose(client, err))
    if (connecting) return
    connecting = true
    await connect().catch((err: Error) => log.debug({ err }, 'the signal connection is not back yet'))
    connecting = false
  }

  return {
    fresh: () => performance.now() - heardAt < trustMs,
    start: async () => {
      await connect()
      timer = setInterval(() => void tick(), beatMs)
    },
    stop: async () => {
      clearInterval(timer)
      const last = client
      client = undefined
      // Else the row is gone in a minute, by whoever is left.
      await last?.query(endText, [instanceId]).catch(() => undefined)
      await last?.end()
    },
  }
}

async function connected({ url, hear }: ListeningOptions, lose: (which: pg.Client, err?: Error) => void) {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'lessor signals',
    query_timeout: trustMs,
    connectionTimeoutMillis: trustMs,
  })
  client.on('error', (err) => lose(client, err))
  client.on('end', () => lose(client))
  client.on('notification', ({ payload }) => hear(payload ?? ''))
  try {
    await client.connect()
    await client.query(`listen ${channel}`)
    return client
  } catch (error) {
    client.end().catch(() => undefined) // there is nobody to tell
    throw error
  }
}
