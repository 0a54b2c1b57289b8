import type { Db } from '../../platform/db.ts'
import type { Logger } from '../../platform/log.ts'
import { saveActivity } from '../sessions/index.ts'

interface Beat {
  readonly at: Date
  readonly due: Date
  readonly status: string | null
}

/** The heartbeats of the last second, by session. */
export interface Activity {
  note(sessionId: string, beat: Beat): void
  flush(): Promise<void>
  start(): void
  /** Writes what is left. */
  stop(): Promise<void>
}

const everyMs = 1_000

/** Collects heartbeats and writes them once a second: a crash loses at most a second of last_activity. */
export function openActivity(db: Db, log: Logger): Activity {
  let beats = new Map<string, Beat>()
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()

  const write = async () => {
    if (beats.size === 0) return
    const batch = beats
    beats = new Map()
    const values = [...batch.values()]
    try {
      await saveActivity.run(db, {
        ids: [...batch.keys()],
        ats: values.map(({ at }) => at),
        dues: values.map(({ due }) => due),
        statuses: values.map(({ status }) => status),
      })
    } catch (err) {
      log.warn({ err, count: batch.size }, 'heartbeats wait for the database')
      // Back under what came in the meantime, which is newer.
      beats = new Map([...batch, ...beats])
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
