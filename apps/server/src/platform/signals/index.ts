import { newId } from '@lessor/kit'
import type { Database, Db, Tx } from '../db.ts'
import type { Logger } from '../log.ts'
import { standalone } from '../statement.ts'
import type { Steadiness } from '../steadiness.ts'
import { openConfirmations } from './confirmations.ts'
import { channel } from './connection.ts'
import { openListening } from './listening.ts'
import { messageOf, type Message } from './message.ts'

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
  /** For what must not wait for a place in the pool: the signals' own connection, and the pool while it is broken. */
  control(): Db
  start(): Promise<void>
  stop(): Promise<void>
}

/** The topic on which a process tells itself that announcements may have been missed: all memory of them is stale. */
export const missedTopic = 'signals.missed'

const tellEveryMs = 20

// Two topics of its own: a question whether all before it was heard, and the answer.
const ask = 'ask'
const ack = 'ack'

const notify = standalone<{ payload: string }>('platform.notify', `select pg_notify('${channel}', $payload)`)
const notifyAll = standalone<{ payloads: readonly string[] }>(
  'platform.notify_all',
  `select pg_notify('${channel}', payload) from unnest($payloads::text[]) payload`,
)

export interface SignalsOptions {
  readonly db: Database
  readonly url: string
  readonly version: string
  readonly log: Logger
  readonly steadiness: Steadiness
}

export function openSignals({ db, url, version, log, steadiness }: SignalsOptions): Signals {
  const instanceId = newId()
  const { on, dispatch } = openTopics(log)
  // Over the signals' own connection: who waits for a place in the pool may wait for the one who waits for this.
  const control = (): Db => listening.control ?? db
  const confirmations = openConfirmations(control, instanceId, (question) => send(control(), ask, question))
  const text = (topic: string, body: string) =>
    JSON.stringify({ from: instanceId, topic, body } satisfies Message)
  const send = (on: Db, topic: string, body: string) => notify.run(on, { payload: text(topic, body) })

  const hear = (payload: string) => {
    const message = messageOf(payload)
    if (!message) return log.warn({ bytes: payload.length }, 'a signal that is none was ignored')
    const { from, topic, body } = message
    if (from === instanceId) return
    if (topic === ack) confirmations.note(body, from)
    else if (topic === ask)
      send(control(), ack, body).catch((err: Error) => log.warn({ err }, 'no confirmation sent'))
    else dispatch(topic, body)
  }
  const missed = () => dispatch(missedTopic, '')
  const listening = openListening({ url, instanceId, version, log, steadiness, hear, missed })

  const outbox = openOutbox(control, log)

  return {
    instanceId,
    announce: async (tx, topic, body) => {
      await send(tx, topic, body)
      tx.afterCommit(() => {
        dispatch(topic, body)
        return confirmations.all()
      })
    },
    tell: (topic, body) => {
      dispatch(topic, body)
      outbox.add(text(topic, body))
    },
    on,
    control,
    fresh: listening.fresh,
    start: async () => {
      await listening.start()
      outbox.start()
    },
    stop: async () => {
      await outbox.stop()
      await listening.stop()
    },
  }
}

/** Who wants to hear of what. A body that a handler can't read, of a later version, may have said anything. */
function openTopics(log: Logger): Pick<Signals, 'on'> & { dispatch(topic: string, body: string): void } {
  const handlers = new Map<string, ((body: string) => void)[]>()
  const dispatch = (topic: string, body: string): void => {
    for (const handle of handlers.get(topic) ?? []) {
      try {
        handle(body)
      } catch (err) {
        log.warn({ err, topic }, 'a signal could not be read; the cache is read again')
        if (topic !== missedTopic) dispatch(missedTopic, '')
      }
    }
  }
  return {
    on: (topic, handler) => void handlers.set(topic, [...(handlers.get(topic) ?? []), handler]),
    dispatch,
  }
}

/** Unconfirmed signals: sent together, every few milliseconds. */
function openOutbox(control: () => Db, log: Logger) {
  const pending: string[] = []
  let timer: NodeJS.Timeout | undefined
  const flush = async () => {
    const payloads = pending.splice(0)
    if (payloads.length === 0) return
    const lost = (err: Error) => log.warn({ err, count: payloads.length }, 'signals were lost')
    await notifyAll.run(control(), { payloads }).catch(lost)
  }
  return {
    add: (payload: string) => void pending.push(payload),
    start: () => void (timer = setInterval(() => void flush(), tellEveryMs)),
    stop: () => {
      clearInterval(timer)
      return flush()
    },
  }
}
