import type { Services } from '../../../platform/command.ts'
import { isValueRefused } from '../../../platform/db.ts'
import type { Logger } from '../../../platform/log.ts'
import { saveActivity } from '../../people/sessions/index.ts'

interface Beat {
  readonly at: Date
  readonly due: Date
  readonly status: string | null
}

type Tools = Pick<Services, 'db' | 'clock' | 'steadiness'>

/** The heartbeats of the last second, by session. */
export interface Activity {
  note(sessionId: string, beat: Beat): void
  flush(): Promise<void>
  start(): void
  /** Writes what is left. */
  stop(): Promise<void>
}

const everyMs = 1_000
// Statuses may be 64 kB each: a statement must stay far below what a string can hold.
const perStatement = 500

type Beats = readonly (readonly [sessionId: string, beat: Beat])[]

/** Collects heartbeats and writes them once a second: a crash loses at most a second of last_activity. */
export function openActivity({ db, clock, steadiness }: Tools, log: Logger): Activity {
  let beats = new Map<string, Beat>()
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()

  /** Writes them all; where the database refuses the values of one, without that one. */
  const save = async (batch: Beats): Promise<void> => {
    try {
      await saveActivity.run(db, columnsOf(batch, clock.now()))
    } catch (err) {
      if (!isValueRefused(err)) throw err
      const [first] = batch
      if (batch.length > 1) {
        const half = batch.length >> 1
        await save(batch.slice(0, half))
        await save(batch.slice(half))
      } else log.warn({ err, session: first?.[0] }, 'a heartbeat that the database refuses was dropped')
    }
  }
  const write = async () => {
    const batch = [...beats]
    beats = new Map()
    for (let at = 0; at < batch.length; at += perStatement) {
      try {
        await save(batch.slice(at, at + perStatement))
      } catch (err) {
        steadiness.interrupted()
        log.warn({ err, count: batch.length - at }, 'heartbeats wait for the database')
        // Back under what came in the meantime, which is newer.
        beats = new Map([...batch.slice(at), ...beats])
        return
      }
    }
  }
  const flush = () => (writing = writing.then(write))

  return {
    note: (sessionId, beat) =>
      void beats.set(sessionId, { ...beat, status: beat.status ?? beats.get(sessionId)?.status ?? null }),
    flush,
    start: () => void (timer = setInterval(() => void flush(), everyMs)),
    stop: async () => {
      clearInterval(timer)
      await flush()
    },
  }
}

const columnsOf = (batch: Beats, now: Date) => ({
  ids: batch.map(([id]) => id),
  ats: batch.map(([, { at }]) => at),
  dues: batch.map(([, { due }]) => due),
  statuses: batch.map(([, { status }]) => status),
  now,
})
