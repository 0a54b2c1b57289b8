import { newId } from '@lessor/kit'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database, Db, Tx } from '../db.ts'
import type { Logger } from '../log.ts'
import { unavailable } from '../refusals.ts'
import { statement } from '../statement.ts'
import { channel, openListening, trustMs } from './listening.ts'

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

/** The topic on which a process tells itself that announcements may have been missed: all memory of them is stale. */
export const missedTopic = 'signals.missed'

/** Longer than any process can be believed to be alive without answering. */
const patienceMs = 10_000
const askAgainMs = 100
const tellEveryMs = 20

type Message = { readonly from: string; readonly topic: string; readonly body: string }

// Two topics of its own: a question whether all before it was heard, and the answer.
const ask = 'ask'
const ack = 'ack'

const notify = statement<{ payload: string }>('platform.notify', `select pg_notify('${channel}', $payload)`)
const notifyAll = statement<{ payloads: readonly string[] }>(
  'platform.notify_all',
  `select pg_notify('${channel}', payload) from unnest($payloads::text[]) payload`,
)
const peers = statement<{ self: string; trustS: number }, { id: string }>(
  'platform.peers',
  `select id from platform_instance
   where id <> $self and last_seen_at > clock_timestamp() - make_interval(secs => $trustS)`,
)

export interface SignalsOptions {
  readonly db: Database
  readonly url: string
  readonly version: string
  readonly log: Logger
}

export function openSignals({ db, url, version, log }: SignalsOptions): Signals {
  const instanceId = newId()
  const { on, dispatch } = openTopics()
  const confirmations = openConfirmations(db, instanceId, (question) => send(db, ask, question))
  const pending: string[] = []
  let timer: NodeJS.Timeout | undefined

  const text = (topic: string, body: string) =>
    JSON.stringify({ from: instanceId, topic, body } satisfies Message)
  const send = (on: Db, topic: string, body: string) => notify.run(on, { payload: text(topic, body) })

  const hear = (payload: string) => {
    const { from, topic, body } = JSON.parse(payload) as Message
    if (from === instanceId) return
    if (topic === ack) confirmations.note(body, from)
    else if (topic === ask) send(db, ack, body).catch((err: Error) => log.warn({ err }, 'no answer sent'))
    else dispatch(topic, body)
  }
  const missed = () => dispatch(missedTopic, '')
  const listening = openListening({ url, instanceId, version, log, hear, missed })

  const flush = async () => {
    const payloads = pending.splice(0)
    if (payloads.length === 0) return
    const lost = (err: Error) => log.warn({ err, count: payloads.length }, 'signals were lost')
    await notifyAll.run(db, { payloads }).catch(lost)
  }

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
      pending.push(text(topic, body))
    },
    on,
    fresh: listening.fresh,
    start: async () => {
      await listening.start()
      timer = setInterval(() => void flush(), tellEveryMs)
    },
    stop: async () => {
      clearInterval(timer)
      await flush()
      await listening.stop()
    },
  }
}

/** Who wants to hear of what. */
function openTopics(): Pick<Signals, 'on'> & { dispatch(topic: string, body: string): void } {
  const handlers = new Map<string, ((body: string) => void)[]>()
  return {
    on: (topic, handler) => void handlers.set(topic, [...(handlers.get(topic) ?? []), handler]),
    dispatch: (topic, body) => handlers.get(topic)?.forEach((handle) => handle(body)),
  }
}

/** Asks the others whether they have heard, and waits for them. */
function openConfirmations(db: Database, self: string, send: (question: string) => Promise<unknown>) {
  const asked = new Map<string, Set<string>>()
  const living = () => peers.all(db, { self, trustS: trustMs / 1000 })
  return {
    note: (question: string, from: string) => void asked.get(question)?.add(from),

    /** Notifications come in the order of their commits: who answers a question now has heard all before it. */
    all: async () => {
      const question = newId()
      const heardBy = new Set<string>()
      asked.set(question, heardBy)
      const hasHeard = ({ id }: { id: string }) => heardBy.has(id)
      try {
        // Again and again, of those who live by then: one may have been deaf, and the dead are not waited for.
        for (let asks = 0; asks < patienceMs / askAgainMs; asks++) {
          const others = await living()
          if (!others.every(hasHeard)) await send(question)
          for (let waitedMs = 0; waitedMs < askAgainMs; waitedMs += 5) {
            if (others.every(hasHeard)) return
            await sleep(5)
          }
        }
        throw unavailable()
      } finally {
        asked.delete(question)
      }
    },
  }
}
