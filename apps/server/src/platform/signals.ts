import { newId } from '@lessor/kit'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Database, Db, Tx } from './db.ts'
import type { Logger } from './log.ts'
import { unavailable } from './refusals.ts'
import { statement } from './statement.ts'

/** What processes on one database tell each other: facts that make something in a memory stale. */
export interface Signals {
  readonly instanceId: string
  /**
   * Told to every process when `tx` commits. `inTransaction` answers only after each living process has heard it,
   * or has been silent for so long that it no longer trusts its memory: what is announced is true everywhere.
   */
  announce(tx: Tx, topic: string, body: string): Promise<void>
  /** Told to the other processes soon; lost when this one dies before. */
  tell(topic: string, body: string): void
  on(topic: string, handler: (body: string) => void): void
  /** Whether everything announced up to now has been heard; when not, ask the database instead of the memory. */
  fresh(): boolean
  start(): Promise<void>
  stop(): Promise<void>
}

/** How long a process trusts its memory after it last heard the database, and so how long others wait for it. */
const trustMs = 3_000
const beatMs = 1_000
/** Longer than any process can be believed to be alive without answering. */
const patienceMs = 10_000
const channel = 'lessor'

type Message = { readonly from: string; readonly topic: string; readonly body: string }

// Two topics of its own: a question whether all before it was heard, and the answer.
const ask = 'ask'
const ack = 'ack'

const notify = statement<{ payload: string }>('platform.notify', `select pg_notify('${channel}', $payload)`)
const peers = statement<{ self: string; trust: number }, { id: string }>(
  'platform.peers',
  `select id from platform_instance
   where id <> $self and last_seen_at > clock_timestamp() - make_interval(secs => $trust)`,
)
const beatText = `
  with gone as (delete from platform_instance where last_seen_at < clock_timestamp() - interval '1 minute' and id <> $1),
  me as (
    insert into platform_instance (id, host, pid, version, started_at, last_seen_at)
    values ($1, $2, $3, $4, clock_timestamp(), clock_timestamp())
    on conflict (id) do update set last_seen_at = clock_timestamp()
  )
  select count(*) as others from platform_instance where id <> $1`

export interface SignalsOptions {
  readonly db: Database
  readonly url: string
  readonly version: string
  readonly log: Logger
}

export function openSignals({ db, url, version, log }: SignalsOptions): Signals {
  const instanceId = newId()
  const handlers = new Map<string, ((body: string) => void)[]>()
  const confirmations = new Map<string, Set<string>>()
  let client: pg.Client | undefined
  let heardAt = -Infinity
  let others = 0
  let stopped = false
  let pending: string[] = []

  const dispatch = (topic: string, body: string) => handlers.get(topic)?.forEach((handle) => handle(body))
  const send = (on: Db, topic: string, body: string) =>
    notify.run(on, { payload: JSON.stringify({ from: instanceId, topic, body } satisfies Message) })

  const hear = (payload: string) => {
    const { from, topic, body } = JSON.parse(payload) as Message
    if (from === instanceId) return
    if (topic === ack) confirmations.get(body)?.add(from)
    else if (topic === ask) send(db, ack, body).catch((err: Error) => log.warn({ err }, 'no answer sent'))
    else dispatch(topic, body)
  }

  const connect = async () => {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'lessor signals',
      query_timeout: trustMs,
    })
    next.on('error', (err) => lose(next, err))
    next.on('end', () => lose(next))
    next.on('notification', ({ payload }) => hear(payload ?? ''))
    await next.connect()
    await next.query(`listen ${channel}`)
    client = next
    await beat()
  }
  const lose = (which: pg.Client, err?: Error) => {
    if (client !== which) return
    client = undefined
    heardAt = -Infinity
    if (!stopped) log.warn({ err }, 'the signal connection broke; asking the database until it is back')
    which.end().catch(() => undefined) // it is broken already: there is nobody to tell
  }

  const beat = async () => {
    const on = client
    if (!on) return
    // Taken before the question: what is announced later than this has not surely been heard.
    const asked = performance.now()
    try {
      const { rows } = await on.query(beatText, [instanceId, hostname(), process.pid, version])
      others = (rows[0] as { others: number }).others
      if (client === on) heardAt = asked
    } catch (err) {
      lose(on, err as Error)
    }
  }

  let connecting = false
  const reconnect = async () => {
    if (connecting) return
    connecting = true
    await connect().catch((err: Error) => log.debug({ err }, 'the signal connection is not back yet'))
    connecting = false
  }

  const living = () => peers.all(db, { self: instanceId, trust: trustMs / 1000 })

  /** Notifications come in the order of their commits: who answers a question now has heard all before it. */
  const allHeard = async () => {
    if ((await living()).length === 0) return
    const question = newId()
    const heardBy = new Set<string>()
    confirmations.set(question, heardBy)
    try {
      await send(db, ask, question)
      let asked: { id: string }[] = []
      for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 5) {
        // A look at the table now and then: who has fallen silent is not waited for.
        if (waitedMs % 100 === 0) asked = await living()
        if (asked.every(({ id }) => heardBy.has(id))) return
        await sleep(5)
      }
      throw unavailable()
    } finally {
      confirmations.delete(question)
    }
  }

  const announce = async (tx: Tx, topic: string, body: string) => {
    await send(tx, topic, body)
    tx.afterCommit(() => {
      dispatch(topic, body)
      return allHeard()
    })
  }

  const flush = async () => {
    const messages = pending
    pending = []
    if (messages.length === 0 || others === 0) return
    await db
      .query(`select pg_notify('${channel}', m) from unnest($1::text[]) m`, [messages])
      .catch((err: Error) => log.warn({ err, count: messages.length }, 'signals were lost'))
  }

  let timers: NodeJS.Timeout[] = []
  return {
    instanceId,
    announce,
    tell: (topic, body) => {
      dispatch(topic, body)
      if (others > 0) pending.push(JSON.stringify({ from: instanceId, topic, body } satisfies Message))
    },
    on: (topic, handler) => void handlers.set(topic, [...(handlers.get(topic) ?? []), handler]),
    fresh: () => performance.now() - heardAt < trustMs,
    start: async () => {
      await connect()
      timers = [
        setInterval(() => void (client ? beat() : reconnect()), beatMs),
        setInterval(() => void flush(), 20),
      ]
    },
    stop: async () => {
      stopped = true
      timers.forEach(clearInterval)
      await flush()
      const last = client
      client = undefined
      await last?.query('delete from platform_instance where id = $1', [instanceId]).catch(() => undefined) // gone in a minute anyway
      await last?.end()
    },
  }
}
